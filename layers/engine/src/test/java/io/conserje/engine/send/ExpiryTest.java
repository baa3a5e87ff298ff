package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant NOW = Sending.MORNING;

    @Test
    void aMessageIsSentUntilItExpires() {
        Sending.notice().expiring(NOW.plusNanos(1)).isSent();
    }

    @Test
    void fromTheMomentItExpiresItIsRefused() {
        assertEquals("expired", Sending.notice().expiring(NOW).refused());
        Sending.notice()
                .expiring(NOW.minusSeconds(60))
                .isRefused("expired", Map.of("at", "2026-03-11 09:59"));
    }

    @Test
    void aMessageWithoutExpiryIsSentHoweverLateItIs() {
        Sending.notice().over(Sending.TEXT_ONLY).atTheBusiness("2036-03-11T10:00").isSent();
    }
}
