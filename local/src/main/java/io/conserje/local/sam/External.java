package io.conserje.local.sam;

import io.conserje.aws.Env;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs that a machine may or may not have. */
final class External {
    private static final int GIVEN_UP = 124;

    private final Env machine;
    private final Path folder;
    private final Path scratch;

    /**
     * @param machine where programs are found: its {@code PATH}
     * @param folder where they run
     * @param scratch where what they say is kept
     */
    External(Env machine, Path folder, Path scratch) {
        this.machine = machine;
        this.folder = folder;
        this.scratch = scratch;
    }

    /**
     * @param status 124 when it did not end in time
     */
    record Ended(int status, String out, String err) {
        boolean well() {
            return status == 0;
        }

        /** The last words, of what it says of itself and of what it complains about. */
        String lastWords(int lines) {
            List<String> all = (out + "\n" + err).lines().filter(line -> !line.isBlank()).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        }
    }

    Optional<Path> find(String program) {
        return Arrays.stream(machine.get("PATH").orElse("").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Ended run(List<String> command, Duration atMost) {
        return run(command, Map.of(), atMost);
    }

    /**
     * @param environment more than this process has; what is empty is taken away
     */
    Ended run(List<String> command, Map<String, String> environment, Duration atMost) {
        try {
            Path out = Files.createTempFile(scratch, "said", ".out");
            Path err = Files.createTempFile(scratch, "said", ".err");
            int status = start(command, environment, atMost, out, err);
            Ended ended = new Ended(status, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private int start(
            List<String> command,
            Map<String, String> environment,
            Duration atMost,
            Path out,
            Path err)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        Process process = builder.start();
        if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return process.exitValue();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return GIVEN_UP;
    }
}
