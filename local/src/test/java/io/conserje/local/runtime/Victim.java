package io.conserje.local.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process to be killed: runs the stores in a folder and says where they answer. */
final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalCloud cloud = LocalCloud.start(options(Path.of(arguments[0]), Map.of()), step -> {});
        System.out.println("READY " + cloud.sqs() + " " + cloud.dynamodb());
        new CountDownLatch(1).await();
    }

    static LocalCloud.Options options(Path data, Map<String, String> parameters) {
        return new LocalCloud.Options(
                Path.of("src/test/resources/templates/stores.yaml"),
                data,
                0,
                parameters,
                id -> Optional.empty());
    }
}
