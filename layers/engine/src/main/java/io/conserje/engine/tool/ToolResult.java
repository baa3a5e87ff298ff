package io.conserje.engine.tool;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import java.util.List;
import java.util.Optional;

/** What came of a call. */
public sealed interface ToolResult {

    /**
     * @param slots what is free, as it was asked for
     * @param why when there is none in the days: why the first of them has none, where that is not
     *     just that all are taken
     */
    record Slots(List<Slot> slots, Optional<Refusal> why) implements ToolResult {
        public Slots {
            slots = List.copyOf(slots);
        }
    }

    record Bookings(List<Booking> bookings) implements ToolResult {
        public Bookings {
            bookings = List.copyOf(bookings);
        }
    }

    /**
     * Done. The booking as it is now; what is said to the customer is read from it, not from the
     * call.
     */
    record Done(Booking booking) implements ToolResult {}

    /** In the line, or out of it. */
    record InLine(boolean waiting) implements ToolResult {}

    /** Not done, and nothing changed. */
    record Refused(Refusal why) implements ToolResult {}
}
