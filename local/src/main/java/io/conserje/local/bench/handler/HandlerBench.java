package io.conserje.local.bench.handler;

import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import io.conserje.local.bench.start.Pinned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks by JMH, in processes of their own, beside stand-ins in this one. */
public final class HandlerBench {
    private static final TimeValue ITERATION = TimeValue.seconds(2);
    private static final TimeValue TURN = TimeValue.milliseconds(150);
    private static final int TURNS_TO_ITERATION = 26;

    /** So many that the processor hardly waits for an answer: what is measured is its work. */
    private static final int CALLERS = 3;

    private final Path root;
    private final Path scratch;

    /**
     * @param root the checkout
     * @param scratch an empty folder
     */
    public HandlerBench(Path root, Path scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    /**
     * @param forks how many processes each benchmark has, one of each in turn
     * @param iterations of two seconds, in each, and as many before them
     * @param thoroughCompiler whether the processes have it, as the functions do not
     */
    public record Extent(int forks, int iterations, boolean thoroughCompiler) {}

    /**
     * The floor with one client.
     *
     * @param micros that a call took, in each of its processes
     */
    record Floor(String client, List<Double> micros) {}

    /**
     * One process in which the floor and the function had turns.
     *
     * @param floor microseconds that a call took, turn by turn
     * @param handler the same, in the turns right after
     */
    record Beside(List<Double> floor, List<Double> handler) {}

    public HandlerReport run(Extent extent) throws IOException, RunnerException {
        StandIn standIn = new StandIn();
        try (LoopbackServer services = LoopbackServer.start(standIn)) {
            standIn.at(services.address(), InstantSource.system().instant());
            ChainedOptionsBuilder options = options(extent, services.address().toString());
            Options floors = floors(options, extent);
            Options turns = turns(options, extent);
            Map<String, List<Double>> micros = new LinkedHashMap<>();
            List<Beside> beside = new ArrayList<>();
            for (int i = 0; i < extent.forks(); i++) {
                for (RunResult result : new Runner(floors).run()) {
                    micros.computeIfAbsent(
                                    result.getParams().getParam("client"), c -> new ArrayList<>())
                            .add(perCall(result.getPrimaryResult()));
                }
                for (RunResult result : new Runner(turns).run()) {
                    beside.add(beside(result));
                }
            }
            return new HandlerReport(
                    micros.entrySet().stream()
                            .map(each -> new Floor(each.getKey(), each.getValue()))
                            .toList(),
                    beside);
        }
    }

    private static Options floors(ChainedOptionsBuilder all, Extent extent) {
        return new OptionsBuilder()
                .parent(all.build())
                .include("bench\\.handler\\.FloorBenchmark")
                .warmupIterations(extent.iterations())
                .warmupTime(ITERATION)
                .measurementIterations(extent.iterations())
                .measurementTime(ITERATION)
                .build();
    }

    /** Twice as long for each of the two. */
    private static Options turns(ChainedOptionsBuilder all, Extent extent) {
        int turns = extent.iterations() * TURNS_TO_ITERATION;
        return new OptionsBuilder()
                .parent(all.build())
                .include("bench\\.handler\\.HandlerBenchmark")
                .param("client", "crt")
                .warmupIterations(turns)
                .warmupTime(TURN)
                .measurementIterations(turns)
                .measurementTime(TURN)
                .build();
    }

    private ChainedOptionsBuilder options(Extent extent, String services) throws IOException {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .param("services", services)
                        .param("root", root.toString())
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .threads(CALLERS)
                        .jvm(jvm())
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .jvmArgs(
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow")
                        .jvmArgsAppend("-Dlogback.configurationFile=logback.xml");
        if (!extent.thoroughCompiler()) {
            options.jvmArgsPrepend("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    private static Beside beside(RunResult result) {
        List<Double> floor = new ArrayList<>();
        List<Double> handler = new ArrayList<>();
        for (BenchmarkResult process : result.getBenchmarkResults()) {
            for (IterationResult turn : process.getIterationResults()) {
                (floor.size() == handler.size() ? floor : handler)
                        .add(perCall(turn.getPrimaryResult()));
            }
        }
        return new Beside(floor, handler);
    }

    private static double perCall(Result<?> result) {
        return result.getScore() / CALLERS;
    }

    /** On a processor of its own, where the system lets us. */
    private String jvm() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> pinned = Pinned.start();
        if (pinned.isEmpty()) {
            return java;
        }
        Path script = scratch.resolve("java");
        Files.writeString(
                script, "#!/bin/sh\nexec " + String.join(" ", pinned) + " " + java + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
