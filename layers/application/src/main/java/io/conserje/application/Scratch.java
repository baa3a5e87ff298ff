package io.conserje.application;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of our own for files that live as long as they are looked at. */
final class Scratch {
    private static final String PREFIX = "media-";

    private final Path folder;
    private boolean swept;

    Scratch(Path folder) {
        this.folder = folder;
    }

    /** A file that is gone when it is closed. */
    record Sheet(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    Sheet sheet() throws IOException {
        sweep();
        return new Sheet(Files.createTempFile(folder, PREFIX, ""));
    }

    /**
     * A function that was ended in the middle leaves its file behind, and its folder outlives it:
     * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
     */
    private synchronized void sweep() throws IOException {
        if (swept) {
            return;
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        swept = true;
    }
}
