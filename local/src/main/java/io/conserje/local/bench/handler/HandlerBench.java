package io.conserje.local.bench.handler;

import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import io.conserje.local.bench.start.Pinned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
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
     * @param forks how many processes each benchmark has
     * @param iterations of two seconds, in each, and as many before them
     * @param thoroughCompiler whether the processes have it, as the functions do not
     */
    public record Extent(int forks, int iterations, boolean thoroughCompiler) {}

    /** One benchmark. */
    record Row(String name, double micros, double error) {}

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
                            .forks(extent.forks())
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
            return new HandlerReport(rows(new Runner(options.build()).run()));
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

    private static List<Row> rows(Collection<RunResult> results) {
        return results.stream()
                .map(result -> {
                    String client = result.getParams().getParam("client");
                    return new Row(
                            client == null ? "handler" : client,
                            result.getPrimaryResult().getScore() / CALLERS,
                            result.getPrimaryResult().getScoreError() / CALLERS);
                })
                .toList();
    }
}
