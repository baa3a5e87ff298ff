package io.conserje.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is opened when first used, and opened anew when it is used after it was closed. */
final class Reopened<T extends AutoCloseable> {
    private final Supplier<T> opening;
    private @Nullable T open;

    Reopened(Supplier<T> opening) {
        this.opening = opening;
    }

    synchronized T get() {
        T now = open;
        if (now == null) {
            now = opening.get();
            open = now;
        }
        return now;
    }

    synchronized void close() {
        T now = open;
        open = null;
        if (now != null) {
            try {
                now.close();
            } catch (Exception e) {
                throw new IllegalStateException("a client could not be closed", e);
            }
        }
    }
}
