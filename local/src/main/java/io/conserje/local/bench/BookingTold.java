package io.conserje.local.bench;

import io.conserje.engine.booking.BookingId;
import java.time.Instant;

/** What a customer was told last. */
sealed interface BookingTold {

    record Booked(BookingId code, Instant start) implements BookingTold {}

    /** That there is nothing free, or that the booking is cancelled. */
    record Nothing() implements BookingTold {}
}
