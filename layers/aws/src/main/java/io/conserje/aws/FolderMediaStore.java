package io.conserje.aws;

import io.conserje.application.MediaStore;
import io.conserje.application.Unavailable;
import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** A folder that stands in for the media bucket on one machine. */
final class FolderMediaStore implements MediaStore {
    private final Path folder;

    FolderMediaStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Under its key stands a whole file or none. */
    @Override
    public void put(MediaFile file, Path content) throws IOException {
        Path target = path(file);
        if (!Files.isReadable(content)) {
            throw new NoSuchFileException(content.toString(), null, "cannot be read");
        }
        try {
            Path shelf = Files.createDirectories(folder);
            Path part = Files.createTempFile(shelf, ".part-", "");
            try {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                Files.createDirectories(target.resolve("..").normalize());
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Unavailable("the media folder", e);
        }
    }

    @Override
    public InputStream open(MediaFile file) throws IOException {
        try {
            return Files.newInputStream(path(file));
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.key());
        } catch (IOException e) {
            throw new IOException("file " + file.key() + " cannot be had from the folder", e);
        }
    }

    /** Good on this machine, and as long as the file is there. */
    @Override
    public Optional<URI> link(MediaFile file, Duration good) throws IOException {
        Path path = path(file);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(file.key());
        }
        return Optional.of(path.toUri());
    }

    private Path path(MediaFile file) {
        Path path = folder.resolve(file.key()).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException(
                    "key '" + file.key() + "' leads out of the media folder");
        }
        return path;
    }
}
