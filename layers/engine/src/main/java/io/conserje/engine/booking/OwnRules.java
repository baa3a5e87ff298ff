package io.conserje.engine.booking;

import io.conserje.engine.booking.Refusal.Clashes;
import io.conserje.engine.booking.Refusal.NoSuchBooking;
import io.conserje.engine.booking.Refusal.TooLateToChange;
import io.conserje.engine.booking.Refusal.TooManyOpen;
import java.time.Instant;
import java.util.Optional;

/** What a customer's other bookings, and the policy, say to what the customer wants. */
final class OwnRules {
    private OwnRules() {}

    static Optional<Refusal> another(Situation at, Slot slot, Optional<BookingId> replaces) {
        return tooManyOpen(at, replaces).or(() -> clashes(at, slot, replaces));
    }

    private static Optional<Refusal> tooManyOpen(Situation at, Optional<BookingId> replaces) {
        int most = at.policy().openBookings();
        return at.before(replaces).size() >= most
                ? Optional.of(new TooManyOpen(most))
                : Optional.empty();
    }

    private static Optional<Refusal> clashes(
            Situation at, Slot slot, Optional<BookingId> replaces) {
        return at.before(replaces).stream()
                .filter(line ->
                        line.start().isBefore(slot.end()) && slot.start().isBefore(line.end()))
                .findFirst()
                .map(line -> new Clashes(line.booking()));
    }

    /** Whether the customer can change or cancel it alone. */
    static Optional<Refusal> change(Situation at, BookingId id) {
        Optional<Booking> booking = at.own(id).filter(own -> isAhead(own, at.now()));
        if (booking.isEmpty()) {
            return Optional.of(new NoSuchBooking());
        }
        Instant start = booking.get().slot().start();
        boolean late =
                !at.now().isBefore(start)
                        || at.now().isAfter(start.minus(at.policy().noticeToCancel()));
        return late
                ? Optional.of(new TooLateToChange(at.policy().noticeToCancel(), start))
                : Optional.empty();
    }

    /** Confirmed, and not over. */
    static boolean isAhead(Booking booking, Instant now) {
        return booking.state() instanceof Booking.Confirmed && booking.slot().end().isAfter(now);
    }
}
