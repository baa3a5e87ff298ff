package io.conserje.local.bench.start;

import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.RuntimeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;

/** Runs a function once, in a process of its own. */
public final class Trial {
    private static final double NANOS = 1e6;

    private final Path folder;
    private final List<String> pinned;
    private final InstantSource clock;
    private final Optional<Criu> criu;

    /**
     * @param folder for what the processes print
     * @param pinned what a process is started with, so that it has a processor to itself
     */
    public Trial(Path folder, List<String> pinned, InstantSource clock, Optional<Criu> criu) {
        this.folder = folder;
        this.pinned = pinned;
        this.clock = clock;
        this.criu = criu;
    }

    boolean dumps() {
        return criu.isPresent();
    }

    /** How many classes are loaded between the restore and the first answer. */
    public int classes(Subject subject, Variant variant)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path loaded = Files.createTempFile(folder, subject.id(), ".classes");
        return play(
                        subject,
                        variant,
                        List.of("-Xlog:class+load:file=" + loaded),
                        process -> (double) lines(loaded))
                .during()
                .intValue();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run(Subject subject, Variant variant)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return play(subject, variant, List.of(), Watched::cpuMillis).run();
    }

    /** Starts it as it is deployed, or its floor, to be called many times. */
    Running start(Subject subject, Variant variant)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return Running.start(subject, variant, folder, pinned, clock.instant());
    }

    /** Reads a number that grows while a process works. */
    private interface Meter {
        Double read(Watched process);
    }

    /**
     * @param during how much the meter went on from the restore to the first answer
     */
    private record Played(Run run, Double during) {}

    private Played play(Subject subject, Variant variant, List<String> flags, Meter meter)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path output = Files.createTempFile(folder, subject.id(), ".log");
        Instant now = clock.instant();
        try (Cloud cloud = new Cloud(now);
                RuntimeApi api = new RuntimeApi()) {
            Map<String, String> more = new HashMap<>(variant.environment());
            more.put("AWS_ENDPOINT_URL", cloud.address());
            LambdaJvm.Launch launch = launch(subject, variant, more, flags, output);
            long begun = System.nanoTime();
            try (LambdaJvm jvm =
                    LambdaJvm.start(variant.isCold() ? launch : launch.snapStarted(), api)) {
                Watched process = new Watched(jvm.pid(), output);
                return new Stage(subject, subject.event(now), variant, api, cloud, process, meter)
                        .play(begun, criu);
            } catch (ExecutionException | TimeoutException | Criu.Failed e) {
                throw new IllegalStateException(
                        subject.id() + ", " + variant + ": " + LambdaJvm.read(output), e);
            }
        }
    }

    private LambdaJvm.Launch launch(
            Subject subject,
            Variant variant,
            Map<String, String> more,
            List<String> flags,
            Path output) {
        if (!variant.isDumped()) {
            return subject.launch(more, flags, pinned, output);
        }
        List<String> dumpable = new ArrayList<>(flags);
        // Counters that are shared with other processes are in no snapshot.
        dumpable.add("-XX:-UsePerfData");
        return subject.launch(more, dumpable, Criu.alone(pinned), output);
    }

    private record Stage(
            Subject subject,
            byte[] event,
            Variant variant,
            RuntimeApi api,
            Cloud cloud,
            Watched process,
            Meter meter) {

        Played play(long begun, Optional<Criu> criu)
                throws IOException, InterruptedException, ExecutionException, TimeoutException {
            if (variant.isCold()) {
                api.awaitAsking();
            } else {
                api.awaitParked();
            }
            Ready ready = new Ready((System.nanoTime() - begun) / NANOS, process.rssMegabytes());
            if (variant.isFrozen()) {
                cloud.freeze();
            }
            if (!variant.isDumped()) {
                return answer(ready, 0);
            }
            try (Criu.Image image = criu.orElseThrow().dump(process.pid())) {
                long from = System.nanoTime();
                try (Criu.Restored _ = image.restore()) {
                    return answer(ready, (System.nanoTime() - from) / NANOS);
                }
            }
        }

        /**
         * @param ready how it was before its snapshot
         * @param restoring milliseconds that went by before it could go on
         */
        private Played answer(Ready ready, double restoring)
                throws IOException, InterruptedException, ExecutionException, TimeoutException {
            double before = meter.read(process);
            DoubleAdder grown = new DoubleAdder();
            CompletableFuture<RuntimeApi.Answer> first =
                    api.submit(event, () -> grown.add(meter.read(process) - before));
            long from = System.nanoTime();
            api.restore();
            RuntimeApi.Answer answer = api.await(first);
            double during = grown.sum();
            subject.check(answer.body(), process.output());
            Run run =
                    new Run(
                            ready.millis(),
                            restoring + (answer.at() - from) / NANOS,
                            during,
                            ready.rssMegabytes());
            return new Played(run, during);
        }
    }

    /** When a function was ready, and how big it was then. */
    private record Ready(double millis, double rssMegabytes) {}

    /** What the system tells about a process. */
    private record Watched(long pid, Path output) {
        /** Linux counts in hundredths of a second. */
        private static final double TICK = 10;

        private static final double KILOBYTES = 1024;

        Double cpuMillis() {
            String stat = read("stat");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK;
        }

        double rssMegabytes() {
            return read("status")
                            .lines()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES;
        }

        private String read(String file) {
            try {
                return Files.readString(Path.of("/proc/" + pid + "/" + file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
