package io.conserje.local.bench;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Slot;

/** What a customer was told last. */
sealed interface BookingTold {

    record Booked(BookingId booking, Slot slot) implements BookingTold {}

    /** That there is nothing free, or that the booking is cancelled. */
    record Nothing() implements BookingTold {}
}
