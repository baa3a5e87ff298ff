package io.conserje.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.Session;
import io.conserje.model.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private final Wire wire = new Wire();

    @Test
    void whatALaterReleaseAddedIsLeftAlone() {
        String later =
                wire.write(Samples.arrival())
                        .replace("\"v\":1", "\"v\":1,\"new\":{\"a\":[1]}")
                        .replace("\"type\":\"text\"", "\"type\":\"text\",\"bold\":true");

        assertEquals(Samples.arrival(), wire.read(later, Arrival.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":2}", "{}", "{\"v\":0}", "{\"v\":\"one\"}"})
    void anotherVersionIsRefusedAndNamed(String json) {
        assertTrue(refusal(json).endsWith("is not the one that this release reads, 1"));
    }

    @Test
    void aLongTextIsPackedAndReadAsItWas() {
        Arrival large = Samples.saying("¿Abren hoy? ".repeat(Wire.PACK_FROM / 10));

        String written = wire.write(large);

        assertTrue(written.startsWith("{\"v\":1,\"gzip\":\""), written.substring(0, 20));
        assertTrue(written.length() < 2000, "length " + written.length());
        assertEquals(large, wire.read(written, Arrival.class));
    }

    @Test
    void aCharacterThatNoQueueTakesIsEscaped() {
        Arrival odd = Samples.saying("a\uFFFEb\uFFFFc");

        String written = wire.write(odd);

        assertTrue(written.contains("a\\ufffeb\\uffffc"), written);
        assertEquals(odd, wire.read(written, Arrival.class));
    }

    @Test
    void aShortTextCanBeReadByAPerson() {
        String written = wire.write(Samples.saying("¿Abren hoy?"));

        assertTrue(written.contains("¿Abren hoy?"), written);
        assertFalse(written.contains("gzip"));
    }

    @Test
    void aWordOfALaterReleaseIsRefusedAndNotTakenForAnother() {
        String later =
                wire.write(Samples.session(new Session.Automatic()))
                        .replace("\"automatic\"", "\"on-holiday\"");

        assertThrows(UnreadableWire.class, () -> wire.read(later, Session.class));
    }

    @Test
    void aFieldThatMustBeThereIsMissed() {
        String without = wire.write(Samples.saying("hola")).replace("\"project\":\"demo\",", "");

        assertTrue(refusal(without).startsWith("Arrival cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "hola",
                "{\"v\":1",
                "{\"v\":1,\"gzip\":\"hola\"}",
                "{\"v\":1,\"gzip\":\"@\"}",
                "{\"v\":1,\"gzip\":7}",
                "{\"v\":1,\"messages\":null}"
            })
    void whatIsNotOursIsRefused(String json) {
        assertThrows(UnreadableWire.class, () -> wire.read(json, Arrival.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hush",
                "{\"v\":1,\"project\":\"HUSH hush\"}",
                "{\"v\":1,\"receivedAt\":\"hush\"}",
                "{\"v\":1,\"messages\":\"hush\"}",
                "{\"v\":1,\"messages\":[{\"content\":{\"type\":\"hush\"}}]}",
                "{\"v\":1,\"messages\":[{\"content\":{\"type\":\"location\",\"latitude\":\"hush\"}}]}",
                "{\"v\":1,\"gzip\":\"hush!\"}",
                "{\"v\":\"hush\"}"
            })
    void aRefusalNeverQuotesWhatItRefuses(String json) {
        String message = refusal(json);

        assertFalse(message.contains("hush"), message);
    }

    private String refusal(String json) {
        return String.valueOf(
                assertThrows(UnreadableWire.class, () -> wire.read(json, Arrival.class))
                        .getMessage());
    }
}
