package io.conserje.engine.booking;

import java.time.Instant;

/**
 * One line of a booking's history, which only grows.
 *
 * @param fence the booking's after it; entries are told apart and ordered by it
 * @param what what was done: held, confirmed, assured, moved, cancelled, completed, no-show,
 *     released
 * @param by who made it: {@code customer}, {@code clock} (a time came), or {@code operator:<name>}
 * @param slot the booking's time after it
 * @param because the message that caused it, or what else did
 */
public record LogEntry(
        BookingId booking,
        long fence,
        String what,
        String by,
        Instant at,
        Slot slot,
        String because) {}
