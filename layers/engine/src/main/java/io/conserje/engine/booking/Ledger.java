package io.conserje.engine.booking;

import java.util.List;
import java.util.Map;

/**
 * What was read to decide on. Nothing comes of a decision when any of it that matters has moved on
 * by the time it is written.
 *
 * @param bookings those of the agenda, and what else the call names
 * @param sheets those that these bookings and the wished time stand on
 * @param line where the call concerns the wait-list: who waits
 */
public record Ledger(
        Agenda agenda,
        Map<BookingId, Booking> bookings,
        Map<DaySheet.Key, DaySheet> sheets,
        List<Waiting> line) {
    public Ledger {
        bookings = Map.copyOf(bookings);
        sheets = Map.copyOf(sheets);
        line = List.copyOf(line);
    }
}
