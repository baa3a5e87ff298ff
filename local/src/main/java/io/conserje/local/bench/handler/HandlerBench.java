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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks by JMH, in processes of their own, beside stand-ins in this one. */
public final class HandlerBench {
    private static final TimeValue ITERATION = TimeValue.seconds(2);

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
     * One benchmark.
     *
     * @param micros that a call took, in each of its processes
     */
    record Row(String name, List<Double> micros) {}

    public HandlerReport run(Extent extent) throws IOException, RunnerException {
        StandIn standIn = new StandIn();
        try (LoopbackServer services = LoopbackServer.start(standIn)) {
            standIn.at(services.address(), InstantSource.system().instant());
            ChainedOptionsBuilder options =
                    new OptionsBuilder()
                            .include("bench\\.handler\\.(Handler|Floor)Benchmark")
                            .param("services", services.address().toString())
                            .param("root", root.toString())
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.MICROSECONDS)
                            .forks(1)
                            .warmupIterations(extent.iterations())
                            .warmupTime(ITERATION)
                            .measurementIterations(extent.iterations())
                            .measurementTime(ITERATION)
                            .threads(CALLERS)
                            .jvm(jvm())
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .jvmArgsAppend("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                            .jvmArgsAppend("-Dlogback.configurationFile=logback.xml");
            if (!extent.thoroughCompiler()) {
                options.jvmArgsPrepend("-XX:TieredStopAtLevel=1");
            }
            Map<String, List<Double>> micros = new LinkedHashMap<>();
            for (int i = 0; i < extent.forks(); i++) {
                for (RunResult result : new Runner(options.build()).run()) {
                    micros.computeIfAbsent(name(result), name -> new ArrayList<>())
                            .add(result.getPrimaryResult().getScore() / CALLERS);
                }
            }
            return new HandlerReport(
                    micros.entrySet().stream()
                            .map(each -> new Row(each.getKey(), each.getValue()))
                            .toList());
        }
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

    private static String name(RunResult result) {
        String client = result.getParams().getParam("client");
        return client == null ? "handler" : client;
    }
}
