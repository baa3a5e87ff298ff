package io.conserje.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A function as Lambda runs it: AWS's runtime client in a process of its own. */
public final class LambdaJvm implements AutoCloseable {
    private static final List<String> RUNTIME =
            List.of(
                    "aws-lambda-java-runtime-interface-client",
                    "aws-lambda-java-core",
                    "aws-lambda-java-serialization",
                    "utils-lite");

    /** For what a process reads when nobody writes to it. */
    public static final ProcessBuilder.Redirect NOTHING =
            ProcessBuilder.Redirect.from(new File("/dev/null"));

    private final Process process;

    private LambdaJvm(Process process) {
        this.process = process;
    }

    /**
     * How a function is started.
     *
     * @param environment its own variables
     * @param snapStart whether its hooks run and it waits to be restored
     * @param flags for its JVM, beside the managed runtime's
     * @param before what its process is started with, {@code taskset} for example
     * @param output gets what the function prints
     */
    public record Launch(
            Unpacked code,
            String handler,
            Map<String, String> environment,
            boolean snapStart,
            List<String> flags,
            List<String> before,
            Path output) {

        public Launch(Unpacked code, String handler, Map<String, String> environment, Path output) {
            this(code, handler, environment, false, List.of(), List.of(), output);
        }

        public Launch snapStarted() {
            return new Launch(code, handler, environment, true, flags, before, output);
        }

        private List<String> command() {
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            command.addAll(
                    List.of(
                            // What the managed runtime starts with.
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-XX:MaxHeapSize=870m",
                            "--add-opens=java.base/java.io=ALL-UNNAMED",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.net.preferIPv4Stack=true",
                            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                            "-cp",
                            Unpacked.ownJars(RUNTIME).stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(File.pathSeparator)),
                            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                            handler));
            return command;
        }

        private Map<String, String> variables(RuntimeApi api) {
            Map<String, String> all = new HashMap<>(environment);
            all.put("AWS_LAMBDA_RUNTIME_API", api.address());
            all.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
            all.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", api.credentials());
            all.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "a-token");
            all.put("LAMBDA_TASK_ROOT", code.task().toString());
            all.put("AWS_REGION", "us-east-1");
            all.put("AWS_LAMBDA_FUNCTION_NAME", "function");
            all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
            all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
            all.put("_HANDLER", handler);
            return all;
        }
    }

    public static LambdaJvm start(Launch launch, RuntimeApi api) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(launch.command())
                        .directory(launch.code().task().toFile())
                        .redirectInput(NOTHING)
                        .redirectErrorStream(true)
                        .redirectOutput(launch.output().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.variables(api));
        return new LambdaJvm(builder.start());
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the function has printed. */
    public static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
