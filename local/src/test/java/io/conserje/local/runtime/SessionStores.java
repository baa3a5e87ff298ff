package io.conserje.local.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The queues and tables of a session as a process, for who works on the container by itself. */
final class SessionStores {
    private SessionStores() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalCloud cloud = LocalCloud.start(options(Path.of(arguments[0])), step -> {});
        System.out.println("READY " + cloud.sqs() + " " + cloud.dynamodb());
        new CountDownLatch(1).await();
    }

    static LocalCloud.Options options(Path data) {
        return new LocalCloud.Options(
                Path.of("src/test/resources/templates/session.yaml"),
                data,
                0,
                Map.of(),
                id -> Optional.empty());
    }
}
