package io.conserje.engine.booking;

import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A booking at one moment of its life.
 *
 * @param fence counts its transitions from 1; a transition holds only while the fence is still the
 *     one that it was decided on
 * @param name whom it is for
 */
public record Booking(
        BookingId id,
        ProjectId project,
        long fence,
        Slot slot,
        int party,
        String name,
        Customer customer,
        State state) {

    public sealed interface State {}

    /**
     * Kept for a customer who has not said yes.
     *
     * @param until from then on it is nobody's
     * @param replaces the booking that it takes the place of when it is confirmed
     */
    public record Held(Instant until, Optional<BookingId> replaces) implements State {}

    public record Confirmed(Instant at) implements State {}

    public record Cancelled(Instant at) implements State {}

    /** The customer came. */
    public record Completed(Instant at) implements State {}

    /** The customer did not come. */
    public record NoShow(Instant at) implements State {}

    /** A hold that nobody confirmed, or that was let go, or that a move used up. */
    public record Released(Instant at, Why why) implements State {}

    public enum Why {
        EXPIRED,
        LET_GO,
        MOVED
    }

    /** The same booking after a transition. */
    public Booking with(State now) {
        return new Booking(id, project, fence + 1, slot, party, name, customer, now);
    }

    /** The same booking at another time. */
    public Booking with(Slot other, int people, State now) {
        return new Booking(id, project, fence + 1, other, people, name, customer, now);
    }
}
