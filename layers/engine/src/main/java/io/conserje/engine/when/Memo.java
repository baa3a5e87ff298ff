package io.conserje.engine.when;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one phrase found at each place of a text. Several phrases look for the same part at the same
 * place; it is looked for once.
 *
 * @param <T> what is said
 */
final class Memo<T> {
    private final boolean[] known;
    private final @Nullable Object[] found;

    Memo(int size) {
        known = new boolean[size];
        found = new Object[size];
    }

    @SuppressWarnings("unchecked")
    @Nullable Found<T> at(int i, Supplier<@Nullable Found<T>> look) {
        if (i < 0 || i >= known.length) {
            return look.get();
        }
        if (!known[i]) {
            found[i] = look.get();
            known[i] = true;
        }
        return (Found<T>) found[i];
    }
}
