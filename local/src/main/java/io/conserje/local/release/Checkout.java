package io.conserje.local.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What git knows of the folder that was built.
 *
 * @param commit empty where there is no git, or no commit
 * @param clean whether the commit describes all of it
 */
public record Checkout(Optional<String> commit, boolean clean) {
    private static final long PATIENCE_SECONDS = 30;

    /** The commit that says what was built; empty when none does. */
    Optional<String> exactly() {
        return clean ? commit : Optional.empty();
    }

    static Checkout of(Path root) {
        Optional<String> commit = git(root, "rev-parse", "HEAD");
        boolean clean = commit.isPresent() && git(root, "status", "--porcelain").equals(blank());
        return new Checkout(commit, clean);
    }

    private static Optional<String> blank() {
        return Optional.of("");
    }

    /** What it says; empty when it cannot. */
    private static Optional<String> git(Path root, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
