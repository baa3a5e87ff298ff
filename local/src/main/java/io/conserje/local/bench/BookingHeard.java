package io.conserje.local.bench;

import io.conserje.local.bench.BookingTold.Booked;
import java.util.List;

/** What an answer of the desk says. */
sealed interface BookingHeard {

    /** A time is kept, and awaits a yes. */
    record SummedUp() implements BookingHeard {}

    /** Whether to cancel awaits a yes. */
    record Sure() implements BookingHeard {}

    record Done(Booked booked) implements BookingHeard {}

    record Moved(Booked booked) implements BookingHeard {}

    record Cancelled() implements BookingHeard {}

    /** All that the customer has. */
    record Listed(List<Booked> booked) implements BookingHeard {}

    /**
     * @param options the ids of times to choose from
     */
    record Offered(List<String> options) implements BookingHeard {}

    /** There is no time. */
    record Full() implements BookingHeard {}
}
