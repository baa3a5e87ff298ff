package io.conserje.local.channel;

import io.conserje.channel.Files;
import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The media bucket with all the samples in it; its links lead to files of this machine. */
record Bucket(Path folder) implements Files {

    /** One that cannot be reached now. */
    record Away() implements Files {
        @Override
        public InputStream open(MediaFile file) throws IOException {
            throw new IOException("file " + file.key() + " cannot be had now");
        }

        @Override
        public Optional<URI> link(MediaFile file, Duration good) throws IOException {
            throw new IOException("file " + file.key() + " cannot be had now");
        }
    }

    @Override
    public InputStream open(MediaFile file) throws IOException {
        return Sample.open(file);
    }

    @Override
    public Optional<URI> link(MediaFile file, Duration good) throws IOException {
        try (InputStream bytes = open(file)) {
            Path path = folder.resolve(file.sha256());
            if (!java.nio.file.Files.exists(path)) {
                java.nio.file.Files.createDirectories(folder);
                long unused = java.nio.file.Files.copy(bytes, path);
            }
            return Optional.of(path.toUri());
        }
    }
}
