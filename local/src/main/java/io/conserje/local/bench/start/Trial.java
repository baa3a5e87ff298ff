package io.conserje.local.bench.start;

import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs a function once, in a process of its own. */
public final class Trial {
    private static final double NANOS = 1e6;

    private final Path folder;
    private final List<String> pinned;

    /**
     * @param folder for what the processes print
     * @param pinned what a process is started with, so that it has a processor to itself
     */
    public Trial(Path folder, List<String> pinned) {
        this.folder = folder;
        this.pinned = pinned;
    }

    /** How many classes are loaded between the restore and the first answer. */
    public int classes(Subject subject, Variant variant)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return run(subject, variant, 0).classes();
    }

    /**
     * @param warm how many calls follow the first
     */
    Run run(Subject subject, Variant variant, int warm)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path output = Files.createTempFile(folder, subject.id(), ".log");
        Path loaded = Files.createTempFile(folder, subject.id(), ".classes");
        try (Cloud cloud = new Cloud();
                RuntimeApi api = new RuntimeApi()) {
            Map<String, String> more = new HashMap<>(variant.environment());
            more.put("AWS_ENDPOINT_URL", cloud.address());
            LambdaJvm.Launch launch =
                    subject.launch(
                            more, List.of("-Xlog:class+load:file=" + loaded), pinned, output);
            long begun = System.nanoTime();
            try (LambdaJvm jvm =
                    LambdaJvm.start(variant.isCold() ? launch : launch.snapStarted(), api)) {
                return new Scene(
                                subject,
                                variant,
                                api,
                                cloud,
                                new Watched(jvm.pid(), loaded, output))
                        .play(begun, warm);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(
                        subject.id() + ", " + variant + ": " + LambdaJvm.read(output), e);
            }
        }
    }

    private record Scene(
            Subject subject, Variant variant, RuntimeApi api, Cloud cloud, Watched process) {

        Run play(long begun, int warm)
                throws IOException, InterruptedException, ExecutionException, TimeoutException {
            if (variant.isCold()) {
                api.awaitAsking();
            } else {
                api.awaitParked();
            }
            long ready = System.nanoTime();
            double rss = process.rssMegabytes();
            double cpu = process.cpuMillis();
            long classes = process.classes();
            if (variant.isFrozen()) {
                cloud.freeze();
            }
            CompletableFuture<RuntimeApi.Answer> first = api.submit(subject.event());
            long from = System.nanoTime();
            api.restore();
            RuntimeApi.Answer answer = api.await(first);
            int during = (int) (process.classes() - classes);
            double spent = process.cpuMillis() - cpu;
            subject.check(answer.body(), process.output());
            return new Run(
                    (ready - begun) / NANOS,
                    (answer.at() - from) / NANOS,
                    during,
                    spent,
                    rss,
                    later(warm));
        }

        private List<Double> later(int calls)
                throws InterruptedException, ExecutionException, TimeoutException {
            List<Double> later = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                long asked = System.nanoTime();
                later.add((api.await(api.submit(subject.event())).at() - asked) / NANOS);
            }
            return later;
        }
    }

    /** The services, which can stop to answer those who are connected already. */
    private static final class Cloud implements AutoCloseable {
        private final StandIn standIn;
        private final LoopbackServer server;
        private final CompletableFuture<LoopbackServer.Answer> never = new CompletableFuture<>();
        private volatile int frozen;

        Cloud() throws IOException {
            standIn = new StandIn();
            server = LoopbackServer.start(this::answer);
            standIn.at(server.address());
        }

        String address() {
            return server.address().toString();
        }

        void freeze() {
            frozen = server.connections();
        }

        private LoopbackServer.Answer answer(LoopbackServer.Request request) throws IOException {
            return request.connection() <= frozen ? never.join() : standIn.answer(request);
        }

        @Override
        public void close() {
            server.close();
            never.cancel(false);
        }
    }

    /** What the system tells about a process. */
    private record Watched(long pid, Path loaded, Path output) {
        /** Linux counts in hundredths of a second. */
        private static final double TICK = 10;

        private static final double KILOBYTES = 1024;

        long classes() throws IOException {
            try (Stream<String> lines = Files.lines(loaded)) {
                return lines.count();
            }
        }

        double cpuMillis() throws IOException {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK;
        }

        double rssMegabytes() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .findFirst()
                                .orElse(0)
                        / KILOBYTES;
            }
        }
    }
}
