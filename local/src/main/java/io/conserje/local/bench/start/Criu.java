package io.conserje.local.bench.start;

import io.conserje.local.lambda.LambdaJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * True snapshots: a process is written to disk and ended, and started again from there
 * (https://criu.org/Main_Page). Linux, as root, from CRIU 4.2 on.
 */
public final class Criu {
    private static final long SECONDS = 60;

    /**
     * A native library is mapped from a file that is deleted already; it is saved with the rest.
     */
    private static final String DELETED = "64M";

    private final Path folder;
    private final List<String> pinned;

    private Criu(Path folder, List<String> pinned) {
        this.folder = folder;
        this.pinned = pinned;
    }

    /** There can be no true snapshots on this machine. */
    public static final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(String why) {
            super(why);
        }
    }

    /**
     * @param folder for the snapshots
     * @param pinned what a process is started with, so that it has a processor to itself
     * @throws Absent when CRIU is not installed, or cannot take and restore the smallest of
     *     processes; with what it says itself
     */
    public static Criu find(Path folder, List<String> pinned)
            throws Absent, IOException, InterruptedException {
        Criu criu = new Criu(folder, pinned);
        try {
            criu.run(folder, List.of("criu", "check"));
        } catch (IOException e) {
            throw new Absent("CRIU is not installed");
        } catch (Failed e) {
            throw new Absent(String.valueOf(e.getMessage()));
        }
        Process idle =
                new ProcessBuilder(alone(List.of("tail", "-f", "/dev/null")))
                        .redirectInput(LambdaJvm.NOTHING)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (Image image = criu.dump(idle.pid());
                Restored _ = image.restore()) {
            return criu;
        } catch (Failed e) {
            throw new Absent(String.valueOf(e.getMessage()));
        } finally {
            idle.destroyForcibly();
        }
    }

    /** What a process is started with so that a snapshot of it is whole: a session of its own. */
    public static List<String> alone(List<String> command) {
        List<String> all = new ArrayList<>(List.of("setsid"));
        all.addAll(command);
        return all;
    }

    /** CRIU could not do what it was asked for; says its own words. */
    public static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failed(String why) {
            super(why);
        }
    }

    /** A process on disk, until it is closed. It can be started again more than once. */
    public final class Image implements AutoCloseable {
        private final long pid;
        private final Path files;

        private Image(long pid, Path files) {
            this.pid = pid;
            this.files = files;
        }

        /** Starts it again, under the number that it had; no other with this number may run. */
        public Restored restore() throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(pinned);
            command.addAll(List.of("criu", "restore", "--restore-detached"));
            command.addAll(at(files));
            run(files, command);
            return new Restored(
                    ProcessHandle.of(pid).orElseThrow(() -> new Failed("it ended at once")));
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.list(files)) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(files);
        }
    }

    /** A process that runs again, until it is closed. */
    public record Restored(ProcessHandle process) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly();
            ended(process);
        }
    }

    /** Writes a process to disk and ends it. */
    public Image dump(long pid) throws IOException, InterruptedException {
        Path files = Files.createTempDirectory(folder, "criu");
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new Failed("there is no process " + pid));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "criu",
                                "dump",
                                "--ghost-limit",
                                DELETED,
                                "--tree",
                                Long.toString(pid)));
        command.addAll(at(files));
        run(files, command);
        ended(process);
        return new Image(pid, files);
    }

    /** Its number is free only when it was seen to end. */
    private static void ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Failed("the process did not end: " + e);
        }
    }

    /** A connection is found closed after the restore, as on another machine. */
    private static List<String> at(Path files) {
        return List.of("--tcp-close", "--images-dir", files.toString());
    }

    private void run(Path files, List<String> command) throws IOException, InterruptedException {
        Path log = files.resolve("criu.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(LambdaJvm.NOTHING)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new Failed("CRIU did not end within " + SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new Failed(said(log));
        }
    }

    private static String said(Path log) throws IOException {
        String errors =
                Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("Error"))
                        .collect(Collectors.joining("; "));
        return errors.isEmpty() ? "CRIU failed without a word" : errors;
    }
}
