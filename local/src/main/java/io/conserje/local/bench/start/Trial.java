package io.conserje.local.bench.start;

import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.RuntimeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
    Running running(Subject subject, Variant variant)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return Running.of(start(subject, variant, List.of()));
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
        try (Started started = start(subject, variant, flags)) {
            try {
                return new Stage(started, variant, meter).play(criu);
            } catch (ExecutionException | TimeoutException | Criu.Failed e) {
                throw new IllegalStateException(
                        subject.id() + ", " + variant + ": " + LambdaJvm.read(started.output()), e);
            }
        }
    }

    private Started start(Subject subject, Variant variant, List<String> flags) throws IOException {
        return Started.start(subject, variant, flags, folder, pinned, clock.instant());
    }

    private record Stage(Started started, Watched process, Variant variant, Meter meter) {
        Stage(Started started, Variant variant, Meter meter) {
            this(started, new Watched(started.jvm().pid()), variant, meter);
        }

        Played play(Optional<Criu> criu)
                throws IOException, InterruptedException, ExecutionException, TimeoutException {
            if (variant.isCold()) {
                started.api().awaitAsking();
            } else {
                started.api().awaitParked();
            }
            Ready ready =
                    new Ready(
                            (System.nanoTime() - started.begun()) / NANOS, process.rssMegabytes());
            if (variant.isFrozen()) {
                started.cloud().freeze();
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
                    started.api()
                            .submit(started.event(), () -> grown.add(meter.read(process) - before));
            long from = System.nanoTime();
            started.api().restore();
            RuntimeApi.Answer answer = started.api().await(first);
            double during = grown.sum();
            started.check(answer);
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
    private record Watched(long pid) {
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
