package io.conserje.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds tables and queues. One process at a time: two would each overwrite the
 * other's.
 */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("in-use"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException(folder + " is in use by another running instance");
            }
            return new DataFolder(folder, channel);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot use " + folder, failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make " + name + " in " + folder, failed);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
