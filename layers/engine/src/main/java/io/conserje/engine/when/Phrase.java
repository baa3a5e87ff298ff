package io.conserje.engine.when;

import org.jspecify.annotations.Nullable;

/**
 * A way to say something.
 *
 * @param <T> what is said
 */
@FunctionalInterface
interface Phrase<T> {

    /** Null when the phrase does not begin at that token. */
    @Nullable Found<T> at(Text text, int i);
}
