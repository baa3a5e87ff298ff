package io.conserje.local.simulation.cloud;

import io.conserje.application.booking.BookingStore;
import io.conserje.aws.DynamoBookings;
import io.conserje.testkit.contract.BookingStoreContract;
import io.conserje.wire.Wire;

/** The simulated tables keep to what DynamoDB is held to. */
class SimulatedBookingsTest implements BookingStoreContract {
    private final BookingStore bookings =
            new DynamoBookings(new SimulatedClients(), SimulatedClients::variable, new Wire());

    @Override
    public BookingStore bookings() {
        return bookings;
    }
}
