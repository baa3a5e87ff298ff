package io.conserje.local.bench.start;

import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function's process, with services and a Lambda of its own.
 *
 * @param event that it gets
 * @param output what it prints
 * @param begun by {@link System#nanoTime}, when it was started
 */
record Started(
        Subject subject,
        byte[] event,
        Path output,
        long begun,
        Cloud cloud,
        RuntimeApi api,
        LambdaJvm jvm)
        implements AutoCloseable {

    /**
     * @param folder for what it prints
     * @param pinned what it is started with, so that it has a processor to itself
     */
    static Started start(
            Subject subject,
            Variant variant,
            List<String> flags,
            Path folder,
            List<String> pinned,
            Instant now)
            throws IOException {
        Path output = Files.createTempFile(folder, subject.id(), ".log");
        byte[] event = subject.event(now);
        Cloud cloud = new Cloud(now);
        try {
            LambdaJvm.Launch launch = launch(subject, variant, flags, pinned, cloud, output);
            RuntimeApi api = new RuntimeApi();
            try {
                long begun = System.nanoTime();
                LambdaJvm jvm = LambdaJvm.start(launch, api);
                return new Started(subject, event, output, begun, cloud, api, jvm);
            } catch (IOException | RuntimeException e) {
                api.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private static LambdaJvm.Launch launch(
            Subject subject,
            Variant variant,
            List<String> flags,
            List<String> pinned,
            Cloud cloud,
            Path output) {
        Map<String, String> more = new HashMap<>(variant.environment());
        more.put("AWS_ENDPOINT_URL", cloud.address());
        List<String> all = new ArrayList<>(flags);
        if (variant.isDumped()) {
            // Counters that are shared with other processes are in no snapshot.
            all.add("-XX:-UsePerfData");
        }
        List<String> before = variant.isDumped() ? Criu.alone(pinned) : pinned;
        LambdaJvm.Launch launch = subject.launch(more, all, before, output);
        return variant.isCold() ? launch : launch.snapStarted();
    }

    void check(RuntimeApi.Answer answer) throws IOException {
        subject.check(answer.body(), output);
    }

    @Override
    public void close() {
        jvm.close();
        api.close();
        cloud.close();
    }
}
