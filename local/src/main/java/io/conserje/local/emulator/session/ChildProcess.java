package io.conserje.local.emulator.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program as a process of its own, which ends with this one. */
final class ChildProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * @param folder where it is started
     * @param log gets what it writes to its error output
     * @param heard whether somebody reads its standard output; else the log gets that too
     */
    static ChildProcess start(
            Path folder,
            List<String> command,
            Map<String, String> environment,
            Path log,
            boolean heard) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (!heard) {
                builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            }
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.getFirst() + " does not start; is it installed? " + e.getMessage(), e);
        }
    }

    /** The rest of the first line that begins so. */
    String await(String word) {
        BufferedReader output = process.inputReader();
        return output.lines()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it ended before it was ready"));
    }

    Process process() {
        return process;
    }

    /** Politely, and when it does not heed that, not so. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
