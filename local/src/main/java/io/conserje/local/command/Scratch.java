package io.conserje.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for as long as a command runs. It goes away also when the command is stopped. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final Thread whenStopped;
    private volatile boolean kept;

    private Scratch(Path folder) {
        this.folder = folder;
        this.whenStopped = new Thread(this::tryToDelete);
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /**
     * @param name what its name begins with
     */
    static Scratch named(String name) throws IOException {
        return new Scratch(Files.createTempDirectory(name));
    }

    Path folder() {
        return folder;
    }

    /**
     * @param kept whether it is left there in the end, to be looked at
     */
    void keep(boolean kept) {
        this.kept = kept;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(whenStopped);
        delete();
    }

    private void delete() throws IOException {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    /** What is still being written to cannot be deleted wholly. */
    private void tryToDelete() {
        try {
            delete();
        } catch (IOException | UncheckedIOException busy) {
            // The system cleans its folder of temporary files in the end.
        }
    }
}
