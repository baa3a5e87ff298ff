package io.conserje.engine.booking;

import java.time.Instant;

/**
 * Something to be looked at when its time comes.
 *
 * @param at the earliest moment
 * @param booking what it is about
 * @param fence the booking's when it was set; when the booking has moved on, a reminder is out of
 *     date
 * @param slot the time that it is about: for {@code FREED} the one that is free now
 */
public record Due(Instant at, Kind kind, BookingId booking, long fence, Slot slot) {

    public enum Kind {
        /** A reminder is to go out. */
        REMIND,
        /** A hold has ended, and is to be released visibly if nobody confirmed it. */
        HOLD_ENDS,
        /** A time is free again, and somebody may wait for it. */
        FREED
    }
}
