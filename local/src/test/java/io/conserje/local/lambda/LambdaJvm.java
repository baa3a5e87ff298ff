package io.conserje.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A function as Lambda runs it: AWS's runtime client in a process of its own, over the function's
 * zip and the layer's. Only the native HTTP client is another: the layer carries it for arm64, this
 * machine needs its own.
 */
final class LambdaJvm implements AutoCloseable {
    private static final List<String> RUNTIME =
            List.of(
                    "aws-lambda-java-runtime-interface-client",
                    "aws-lambda-java-core",
                    "aws-lambda-java-serialization",
                    "utils-lite");
    private static final String NATIVE_CLIENT = "aws-crt-";

    private final Process process;

    private LambdaJvm(Process process) {
        this.process = process;
    }

    /**
     * @param task an empty folder, for what Lambda would unpack
     * @param output gets what the function prints
     */
    static LambdaJvm start(
            Path functionZip,
            Path layerZip,
            Path task,
            String handler,
            String runtimeApi,
            Map<String, String> environment,
            Path output)
            throws IOException {
        unpack(functionZip, task, "");
        unpack(layerZip, task, "java/");
        useOwnNativeClient(task.resolve("lib"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // What the managed runtime starts with.
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-XX:MaxHeapSize=870m",
                                "--add-opens=java.base/java.io=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.net.preferIPv4Stack=true",
                                "-cp",
                                jars(RUNTIME).stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(File.pathSeparator)),
                                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                                handler));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(task.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_LAMBDA_RUNTIME_API", runtimeApi,
                                "LAMBDA_TASK_ROOT", task.toString(),
                                "AWS_REGION", "us-east-1",
                                "AWS_LAMBDA_FUNCTION_NAME", "function",
                                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                                "_HANDLER", handler));
        return new LambdaJvm(builder.start());
    }

    private static void useOwnNativeClient(Path lib) throws IOException {
        try (var there = Files.list(lib)) {
            for (Path jar :
                    there.filter(file -> file.getFileName().toString().matches("aws-crt-\\d.*"))
                            .toList()) {
                Files.delete(jar);
            }
        }
        for (Path jar : jars(List.of(NATIVE_CLIENT))) {
            if (jar.getFileName().toString().matches("aws-crt-\\d.*")) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
    }

    private static List<Path> jars(List<String> names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> names.stream().anyMatch(path.getFileName().toString()::startsWith))
                .toList();
    }

    private static void unpack(Path zip, Path folder, String prefix) throws IOException {
        if (!Files.exists(zip)) {
            throw new IllegalStateException(
                    zip + " is not there: ./conserje build makes it, and ./conserje test does too");
        }
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    Path file = folder.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
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

    static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
