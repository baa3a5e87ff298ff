package io.conserje.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepTest {

    @Test
    void itIsKeptWholeUnderADigestOfItself() {
        InboundMessage kept = kept("{\"poll\":[1]}");

        assertEquals(new Content.Unsupported("poll", "{\"poll\":[1]}"), kept.content());
        assertTrue(kept.id().value().matches("[0-9a-f]{64}"));
        assertEquals(kept.id(), kept("{\"poll\":[1]}").id());
        assertNotEquals(kept.id(), kept("{\"poll\":[2]}").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "timestamp", "date"})
    void itsTimeIsWhereProvidersWriteIt(String field) {
        assertEquals(
                Instant.ofEpochSecond(1_760_000_000),
                kept("{\"" + field + "\":1760000000}").sentAt());
    }

    @Test
    void withoutATimeItIsOlderThanEverything() {
        assertEquals(Instant.EPOCH, kept("{}").sentAt());
    }

    private static InboundMessage kept(String json) {
        Normalised told = Keep.whole("poll", Json.parseAnswer(json));
        return assertInstanceOf(Normalised.AboutAccount.class, told).message();
    }
}
