package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
    private static final Map<MediaKind, Long> FILES =
            Map.of(
                    MediaKind.IMAGE, 5L << 20,
                    MediaKind.AUDIO, 16L << 20,
                    MediaKind.VIDEO, 16L << 20,
                    MediaKind.DOCUMENT, 100L << 20,
                    MediaKind.STICKER, 500L << 10);

    @Test
    void whatMetasPagesSay() {
        assertEquals(
                new Capabilities(
                        Optional.of(Duration.ofHours(24)),
                        true,
                        4096,
                        1024,
                        1024,
                        new OptionLimits(3, 20, 256),
                        new OptionLimits(10, 24, 200),
                        20,
                        FILES,
                        FILES,
                        true,
                        true,
                        Pace.perSecond(80),
                        new Pace(Duration.ofSeconds(6), 45)),
                new WhatsAppChannel().capabilities(Desk.ACCOUNT));
    }

    @Test
    void aNumberMayBeSlowerOrFaster() {
        assertEquals(Pace.perSecond(20), capabilities("20").account());
        assertEquals(Pace.perSecond(1000), capabilities(" 1000 ").account());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "fast", "1.5", "99999999999"})
    void aSpeedThatMakesNoSenseIsNamed(String value) {
        var error = assertThrows(IllegalArgumentException.class, () -> capabilities(value));

        String said = String.valueOf(error.getMessage());
        assertTrue(said.contains("messages-per-second '" + value + "'"), said);
        assertTrue(said.contains("from 1 to 1000"), said);
    }

    private static Capabilities capabilities(String speed) {
        return new WhatsAppChannel()
                .capabilities(
                        new Account(Desk.PROJECT, Desk.REF, Map.of("messages-per-second", speed)));
    }
}
