package io.conserje.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How bringing a stranger's bytes to the disk ended. */
sealed interface Download {
    int CHUNK = 64 * 1024;

    record Whole(long bytes, String sha256) implements Download {}

    /** There are more than the most that was asked for. */
    record TooLong() implements Download {}

    record Broken(String reason) implements Download {}

    /**
     * Counts and digests while it writes, and gives up one byte past the most, or when the limit is
     * over: whatever the sender declared, and however slowly it sends. A read that waits is ended
     * by closing what it reads from.
     *
     * @param file is there already
     * @param source is closed in any case
     * @throws IOException when the file cannot be written
     */
    static Download into(Path file, InputStream source, long most, Duration limit)
            throws IOException {
        FutureTask<Download> copy = new FutureTask<>(() -> copy(source, file, most));
        Thread.ofVirtual().name("download").start(copy);
        try {
            return copy.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Broken("not all of it came within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Broken("interrupted while it came");
        } catch (ExecutionException e) {
            throw new IOException("a file cannot be written to the disk", e.getCause());
        } finally {
            copy.cancel(true);
            close(source);
        }
    }

    private static Download copy(InputStream source, Path file, long most) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        // Never made anew: when this begins late, the file may have been given up already.
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            while (!Thread.currentThread().isInterrupted()) {
                int read;
                try {
                    read = source.read(chunk, 0, (int) Math.min(CHUNK, most + 1 - bytes));
                } catch (IOException e) {
                    // Its message is the provider's, or holds an address: neither is for a log.
                    return new Broken("the connection broke: " + e.getClass().getSimpleName());
                }
                if (read < 0) {
                    return new Whole(bytes, HexFormat.of().formatHex(digest.digest()));
                }
                bytes += read;
                if (bytes > most) {
                    return new TooLong();
                }
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
            }
        }
        return new Broken("given up while it came");
    }

    private static void close(InputStream source) {
        try {
            source.close();
        } catch (IOException e) {
            // What was read is read; nothing else is wanted of it.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
