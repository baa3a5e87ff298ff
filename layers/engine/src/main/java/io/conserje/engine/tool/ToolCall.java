package io.conserje.engine.tool;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a decider wants looked up or done. Whose conversation it is comes with it, not in it.
 */
public sealed interface ToolCall {

    /** Changes something; performed once for each cause, and the first outcome is given again. */
    sealed interface Change extends ToolCall {
        Cause cause();
    }

    /**
     * Times that are free. Nearest to the wish first when a clock is wished for, else the earliest
     * first; a hold of the same customer is not in the way.
     *
     * @param professional empty for anybody who does it
     * @param days those wished for
     * @param clock only times that fit; empty for any
     * @param party how many people
     * @param beyond true to look past the days, up to how far ahead can be booked, when they have
     *     nothing
     * @param most how many at most
     */
    record FindSlots(
            String service,
            Optional<String> professional,
            Days days,
            Optional<Clock> clock,
            int party,
            boolean beyond,
            int most)
            implements ToolCall {}

    /** What the customer has before them: confirmed, not over yet, the earliest first. */
    record ListBookings() implements ToolCall {}

    /**
     * Keeps a time for the customer. A hold that they have otherwise is let go.
     *
     * @param name whom it is for
     * @param replaces the booking whose place it is to take
     */
    record Hold(
            Cause cause,
            String service,
            String professional,
            Instant start,
            int party,
            String name,
            Optional<BookingId> replaces)
            implements Change {}

    /** Makes a hold a booking; when it replaces one, that one moves, in the same transaction. */
    record Confirm(Cause cause, BookingId hold) implements Change {}

    /** Lets a hold go. */
    record Release(Cause cause, BookingId hold) implements Change {}

    record Cancel(Cause cause, BookingId booking) implements Change {}

    /** The customer will come: noted in the booking log. */
    record Assure(Cause cause, BookingId booking) implements Change {}

    /**
     * Puts the customer in the line for a time that may be freed.
     *
     * @param clock which times of the days; empty for any
     */
    record JoinWaitList(
            Cause cause,
            String service,
            Optional<String> professional,
            Days days,
            Optional<Clock> clock,
            int party,
            String name)
            implements Change {}

    /** Takes the customer out of every line. */
    record LeaveWaitList(Cause cause) implements Change {}

    /** A time as a call names it. */
    static Hold hold(Cause cause, Slot slot, int party, String name, Optional<BookingId> replaces) {
        return new Hold(
                cause, slot.service(), slot.professional(), slot.start(), party, name, replaces);
    }
}
