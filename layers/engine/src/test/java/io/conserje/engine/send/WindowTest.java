package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leaves must still arrive within a day of the customer's last message. */
class WindowTest {
    private static final Instant WROTE = Sending.MORNING.minus(Duration.ofHours(20));
    private static final Instant CLOSES =
            WROTE.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(1));

    @Test
    void itIsOpenUpToAMinuteBeforeTheDayIsOver() {
        notice().at(CLOSES.minusSeconds(1)).isSent();
        notice().at(CLOSES.minusNanos(1)).isSent();
    }

    @Test
    void fromThenOnItIsClosed() {
        assertEquals("window-closed", notice().at(CLOSES).refused());
        notice().at(CLOSES.plusSeconds(1))
                .isRefused(
                        "window-closed",
                        Map.of("hours", "24", "last", "2026-03-10 14:00", "template", "—"));
    }

    @Test
    void itIsClosedToWhoNeverWrote() {
        notice().to(Standing.unknown())
                .isRefused("window-closed", Map.of("hours", "24", "last", "—", "template", "—"));
    }

    @Test
    void itOpensAgainWithTheNextMessage() {
        notice().at(CLOSES).to(Standing.unknown().withLastInbound(CLOSES)).isSent();
    }

    @Test
    void aChannelWithoutWindowIsAlwaysOpen() {
        notice().over(Sending.TEXT_ONLY).to(Standing.unknown()).isSent();
    }

    private static Sending notice() {
        return Sending.notice().to(Standing.unknown().withLastInbound(WROTE));
    }
}
