package io.conserje.channel.whatsappsession;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Reads no more than so much, and no longer than so long. */
final class Bounded {
    private static final int PIECE = 1 << 16;

    private Bounded() {}

    /**
     * False when there is more than that.
     *
     * @throws IOException when it breaks or takes too long: then the stream is closed, which ends
     *     the reading
     */
    static boolean copy(InputStream from, Path to, long most, Duration limit) throws IOException {
        Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> close(from), later);
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] piece = new byte[PIECE];
            long left = most;
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                left -= read;
                if (left < 0) {
                    return false;
                }
                out.write(piece, 0, read);
            }
            if (cut.isDone()) {
                throw new IOException("took longer than " + limit);
            }
            return true;
        } finally {
            cut.cancel(false);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
