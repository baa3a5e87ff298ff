package io.conserje.testkit.contract;

import io.conserje.application.booking.BookingStore;

/** Where the contract gets what it holds to it. */
public interface BookingsUnderContract {
    /** The same all through one test, and empty when the test begins. */
    BookingStore bookings();
}
