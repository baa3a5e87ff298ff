package io.conserje.engine.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that takes a professional's time on one day of the business's calendar.
 *
 * @param version the one that it was read at; 0 when there is none yet. It is written only over
 *     that version, which is what keeps two bookings from the same time
 */
public record DaySheet(Key key, long version, List<Entry> entries) {

    public record Key(String professional, LocalDate day) {}

    /**
     * @param customer whose it is, as {@link Agenda#customer}
     * @param heldUntil from then on it takes no time any more; empty for a confirmed booking
     */
    public record Entry(
            BookingId booking, Slot slot, int party, String customer, Optional<Instant> heldUntil) {

        public boolean isLive(Instant now) {
            return heldUntil.filter(until -> !now.isBefore(until)).isEmpty();
        }
    }

    public DaySheet {
        entries = List.copyOf(entries);
    }

    public static DaySheet empty(Key key) {
        return new DaySheet(key, 0, List.of());
    }
}
