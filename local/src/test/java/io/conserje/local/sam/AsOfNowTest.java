package io.conserje.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Events that were written once, as if they came now. */
class AsOfNowTest {
    private static final Path EVENTS = Path.of(System.getProperty("conserje.root"), "events");
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00.300Z");

    @Test
    void the_moments_of_our_own_messages_move() {
        String body =
                AsOfNow.read(EVENTS.resolve("ConversationFunction/on-inbound-message.json"), NOW)
                        .at("/Records/0/body")
                        .asText();

        assertTrue(body.contains("\"receivedAt\":\"2027-03-01T10:00:00Z\""), body);
    }

    @Test
    void what_was_signed_stays_as_it_is() {
        Path file = EVENTS.resolve("SessionFunction/on-session-message.json");

        assertEquals(AsOfNow.read(file, NOW), AsOfNow.read(file, NOW.plusSeconds(3600)));
    }
}
