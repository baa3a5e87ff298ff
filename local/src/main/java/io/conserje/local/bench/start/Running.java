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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A function that was restored, and is called again and again. */
final class Running implements AutoCloseable {
    private static final double NANOS = 1e6;

    private final Subject subject;
    private final byte[] event;
    private final Path output;
    private final Cloud cloud;
    private final RuntimeApi api;
    private final LambdaJvm jvm;

    private Running(
            Subject subject,
            byte[] event,
            Path output,
            Cloud cloud,
            RuntimeApi api,
            LambdaJvm jvm) {
        this.subject = subject;
        this.event = event;
        this.output = output;
        this.cloud = cloud;
        this.api = api;
        this.jvm = jvm;
    }

    static Running start(
            Subject subject, Variant variant, Path folder, List<String> pinned, Instant now)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path output = Files.createTempFile(folder, subject.id(), ".log");
        Cloud cloud = new Cloud(now);
        RuntimeApi api = new RuntimeApi();
        Map<String, String> more = new HashMap<>(variant.environment());
        more.put("AWS_ENDPOINT_URL", cloud.address());
        LambdaJvm jvm =
                LambdaJvm.start(subject.launch(more, List.of(), pinned, output).snapStarted(), api);
        Running running = new Running(subject, subject.event(now), output, cloud, api, jvm);
        try {
            api.awaitParked();
            api.restore();
            return running;
        } catch (ExecutionException | TimeoutException e) {
            running.close();
            throw e;
        }
    }

    /** How many milliseconds each of some calls takes; the last answer is looked at. */
    List<Double> call(int times)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long asked = System.nanoTime();
            RuntimeApi.Answer answer = api.await(api.submit(event));
            millis.add((answer.at() - asked) / NANOS);
            if (i == times - 1) {
                subject.check(answer.body(), output);
            }
        }
        return millis;
    }

    @Override
    public void close() {
        jvm.close();
        api.close();
        cloud.close();
    }
}
