package io.conserje.testkit;

import io.conserje.application.booking.BookingStore;
import io.conserje.testkit.contract.BookingStoreContract;

class InMemoryBookingsTest implements BookingStoreContract {
    private final BookingStore bookings = new InMemoryBookings();

    @Override
    public BookingStore bookings() {
        return bookings;
    }
}
