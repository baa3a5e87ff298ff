package io.conserje.engine.when;

import java.time.LocalTime;

/** A time of day that somebody wishes for. */
public sealed interface Clock {

    /**
     * @param halfUnsaid true for "at 5", which may be 05:00 as well as 17:00: {@code time} is then
     *     the one before noon, as written, and who knows the opening hours tells which is meant, or
     *     asks
     */
    record At(LocalTime time, boolean halfUnsaid) implements Clock {}

    /** Around noon; the wish is for the closest. */
    record Around(LocalTime time, boolean halfUnsaid) implements Clock {}

    /**
     * From a time (inclusive) to a time (exclusive): the morning, after five, between four and six.
     * Midnight at the end is {@link LocalTime#MAX}.
     */
    record Between(LocalTime from, LocalTime to) implements Clock {}
}
