package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore;
import io.conserje.engine.booking.BookingId;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.contract.BookingStoreContract;
import io.conserje.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class DynamoBookingsTest implements BookingStoreContract {
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final BookingStore bookings;

    DynamoBookingsTest(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
        this.bookings = new DynamoBookings(clients, stage::variable, new Wire());
    }

    @Override
    public BookingStore bookings() {
        return bookings;
    }

    @Test
    void aTableThatIsNotThereIsNotTakenForOneWithNothingInIt() {
        stage.without("BOOKINGS_TABLE");
        BookingStore gone = new DynamoBookings(clients, stage::variable, new Wire());

        assertThrows(
                Unavailable.class, () -> gone.booking(Businesses.CLINIC, new BookingId("K7M3Q")));
    }

    @AfterEach
    void close() {
        clients.close();
    }
}
