package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingItemTest {

    @Test
    void whatFitsIntoAnItemIsTaken() {
        assertDoesNotThrow(() -> item("x".repeat(BookingItem.MOST_BYTES)));
    }

    @Test
    void whatWouldNotFitIsRefusedBeforeTheTableDoesAndSaysWhich() {
        IllegalStateException refused =
                assertThrows(
                        IllegalStateException.class,
                        () -> item("ñ".repeat(BookingItem.MOST_BYTES / 2 + 1)));

        assertTrue(String.valueOf(refused.getMessage()).contains("D#2026-03-12"));
    }

    private static BookingItem item(String data) {
        return new BookingItem(
                "bookings",
                Map.of("pk", Items.text("P#clinica#R#ruiz"), "sk", Items.text("D#2026-03-12")),
                data);
    }
}
