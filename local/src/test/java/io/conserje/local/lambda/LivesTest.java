package io.conserje.local.lambda;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import io.conserje.local.bench.start.Criu;
import io.conserje.local.bench.start.Subject;
import io.conserje.local.bench.start.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many functions are restored from one snapshot. Each is to know what time it is, and to draw
 * numbers of its own: two that claimed a message by the same number would both send it.
 */
class LivesTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final InstantSource clock = InstantSource.system();
    private final ConcurrentLinkedQueue<JsonNode> claims = new ConcurrentLinkedQueue<>();
    private Subject delivery;
    private LoopbackServer cloud;

    @BeforeEach
    void unpack() throws IOException {
        delivery = new Subjects(ROOT, folder).of("DeliveryFunction").orElseThrow();
        StandIn standIn = new StandIn();
        cloud =
                LoopbackServer.start(request -> {
                    note(request);
                    return standIn.answer(request);
                });
        standIn.at(cloud.address(), clock.instant());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void note(LoopbackServer.Request request) throws IOException {
        if (request.headers().getOrDefault("x-amz-target", "").endsWith(".UpdateItem")) {
            JsonNode values = JSON.readTree(request.body()).path("ExpressionAttributeValues");
            if (values.has(":claimedBy")) {
                claims.add(values);
            }
        }
    }

    private LambdaJvm.Launch launch(List<String> flags, List<String> before) {
        Map<String, String> environment = new HashMap<>(delivery.environment());
        environment.put("AWS_ENDPOINT_URL", cloud.address().toString());
        return new LambdaJvm.Launch(
                        delivery.code(),
                        delivery.handler(),
                        environment,
                        false,
                        flags,
                        before,
                        // A file that has grown since the snapshot could not be opened again.
                        Path.of("/dev/null"))
                .snapStarted();
    }

    /** What it claimed its first message by, and when. */
    private JsonNode claimed(RuntimeApi api)
            throws InterruptedException, ExecutionException, TimeoutException {
        claims.clear();
        Instant restored = clock.instant();
        api.restore();
        api.invoke(delivery.event(restored));
        JsonNode claim = claims.remove();
        assertFalse(
                Instant.parse(claim.at("/:claimedAt/S").asText()).isBefore(restored),
                () -> claim + " of before " + restored);
        return claim;
    }

    @Test
    void a_function_knows_what_time_it_is_after_its_restore()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (RuntimeApi api = new RuntimeApi();
                LambdaJvm jvm = LambdaJvm.start(launch(List.of(), List.of()), api)) {
            api.awaitParked();
            claimed(api);
        }
    }

    @Test
    void two_that_are_restored_from_one_snapshot_draw_different_numbers()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Criu criu;
        try {
            criu = Criu.find(folder, List.of());
        } catch (Criu.Absent e) {
            abort("no true snapshots here: " + e.getMessage());
            return;
        }
        RuntimeApi api = new RuntimeApi();
        try (LambdaJvm jvm =
                LambdaJvm.start(launch(List.of("-XX:-UsePerfData"), Criu.alone(List.of())), api)) {
            api.awaitParked();
            try (Criu.Image image = criu.dump(jvm.pid())) {
                assertNotEquals(
                        life(image, api).at("/:claimedBy/S"),
                        life(image, new RuntimeApi(api.port())).at("/:claimedBy/S"));
            }
        }
    }

    private JsonNode life(Criu.Image image, RuntimeApi api)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (api;
                Criu.Restored _ = image.restore()) {
            return claimed(api);
        }
    }
}
