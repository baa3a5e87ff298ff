package io.conserje.engine.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer has booked, and holds. Lines of the past are left out when it is next written.
 *
 * @param customer {@code Contact#key()} of the channel's account, see {@link #customer(Customer)}
 * @param version as of {@link DaySheet#version}
 */
public record Agenda(String customer, long version, List<Line> lines) {

    /**
     * @param heldUntil empty for a confirmed booking
     */
    public record Line(BookingId booking, Instant start, Instant end, Optional<Instant> heldUntil) {

        /** Neither over nor a hold that has ended. */
        boolean isAhead(Instant now) {
            return end.isAfter(now) && heldUntil.filter(until -> !now.isBefore(until)).isEmpty();
        }
    }

    public Agenda {
        lines = List.copyOf(lines);
    }

    public static Agenda empty(String customer) {
        return new Agenda(customer, 0, List.of());
    }

    /** How a customer is told from every other of the project. */
    public static String customer(Customer customer) {
        return customer.conversation().toString();
    }
}
