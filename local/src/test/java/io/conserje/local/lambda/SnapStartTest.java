package io.conserje.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import io.conserje.local.bench.start.Subject;
import io.conserje.local.bench.start.Subjects;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a snapshot and what does not, by AWS's own runtime client. */
class SnapStartTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final String RIGHT = "an-app-secret-for-the-events-in-this-folder";

    @TempDir private Path folder;

    private Subject messaging;

    @BeforeEach
    void unpack() throws IOException {
        messaging = new Subjects(ROOT, folder).of("MessagingFunction").orElseThrow();
    }

    private LambdaJvm.Launch launch(String endpoint) {
        Map<String, String> environment = new HashMap<>(messaging.environment());
        environment.put("AWS_ENDPOINT_URL", endpoint);
        return new LambdaJvm.Launch(
                        messaging.code(),
                        messaging.handler(),
                        environment,
                        folder.resolve("output.log"))
                .snapStarted();
    }

    /**
     * The services, whose secret another is put for when the function is ready for its snapshot.
     */
    private static final class Rotating implements LoopbackServer.Answering {
        private final StandIn standIn = new StandIn();
        private final List<String> signedBy = new CopyOnWriteArrayList<>();
        private volatile boolean rotated;

        @Override
        public LoopbackServer.Answer answer(LoopbackServer.Request request) throws IOException {
            signedBy.add(request.headers().getOrDefault("authorization", ""));
            LoopbackServer.Answer answer = standIn.answer(request);
            return rotated
                    ? answer
                    : new LoopbackServer.Answer(
                            answer.status(),
                            new String(answer.body(), StandardCharsets.UTF_8)
                                    .replace(RIGHT, "the-one-before")
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void connections_credentials_and_secrets_are_those_of_after_the_restore()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Rotating services = new Rotating();
        try (LoopbackServer cloud = LoopbackServer.start(services);
                RuntimeApi api = new RuntimeApi()) {
            services.standIn.at(cloud.address(), InstantSource.system().instant());
            try (LambdaJvm jvm = LambdaJvm.start(launch(cloud.address().toString()), api)) {
                api.awaitParked();

                assertTrue(cloud.connections() > 0, "nobody was called before the snapshot");
                Awaitility.await().untilAsserted(() -> assertEquals(0, cloud.open()));
                int before = api.signedIn();
                assertTrue(before > 0, "no credentials were fetched before the snapshot");

                services.rotated = true;
                services.signedBy.clear();
                CompletableFuture<RuntimeApi.Answer> answer =
                        api.submit(messaging.event(InstantSource.system().instant()));
                api.restore();

                assertEquals(
                        200,
                        JsonMapper.builder()
                                .build()
                                .readTree(api.await(answer).body())
                                .path("statusCode")
                                .asInt(),
                        () -> LambdaJvm.read(folder.resolve("output.log")));
                assertEquals(before + 1, api.signedIn());
                assertFalse(services.signedBy.isEmpty());
                assertTrue(
                        services.signedBy.stream()
                                .allMatch(by -> by.contains("KEY" + (before + 1))),
                        () -> "signed by " + services.signedBy);
            }
        }
    }

    @Test
    void a_service_that_does_not_answer_does_not_stand_in_the_way_of_the_snapshot()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + closed.getLocalPort();
        }
        try (RuntimeApi api = new RuntimeApi();
                LambdaJvm jvm = LambdaJvm.start(launch(nobody), api)) {
            api.awaitParked();
            assertTrue(
                    LambdaJvm.read(folder.resolve("output.log"))
                            .contains("before the snapshot: first answers are slower"));
        }
    }
}
