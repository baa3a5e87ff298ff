package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.MalformedWebhook;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A field is there or it is not, whatever stands in its place. */
class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "hello", "a=1&b=2", "{", "{} {}", "[]", "[{}]", "null", "7", "<x/>"
            })
    void whatIsNoObjectIsMalformedAndNotQuoted(String body) {
        var error = assertThrows(MalformedWebhook.class, () -> parse(body));

        String said = String.valueOf(error.getMessage());
        assertFalse(said.contains("hello") || said.contains("<x/>"), said);
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};

        assertThrows(MalformedWebhook.class, () -> Json.parse(bytes));
    }

    @Test
    void whatIsNestedBeyondReasonIsMalformed() {
        String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

        assertThrows(MalformedWebhook.class, () -> parse(deep));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "7"})
    void anAnswerThatIsNoObjectIsAnEmptyOne(String body) {
        assertEquals(Json.object(), Json.parseAnswer(body));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"Hola\", Hola", "7, 7", "12.50, 12.50", "\" a \", ` a `"})
    void aTextIsAStringOrANumberAsWritten(String value, String text) throws Exception {
        assertEquals(Optional.of(text), Json.text(parse("{\"a\":" + value + "}"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "true", "[]", "[\"a\"]", "{\"b\":1}"})
    void anythingElseIsNoText(String value) throws Exception {
        assertEquals(Optional.empty(), Json.text(parse("{\"a\":" + value + "}"), "a"));
        assertEquals(Optional.empty(), Json.text(parse("{}"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1760000000", "\"1760000000\""})
    void secondsAreANumberOrAStringOfDigits(String value) throws Exception {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(1_760_000_000)),
                Json.seconds(parse("{\"at\":" + value + "}"), "at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "-1", "0", "17.5", "1760000000000", "null", "[]", "1e9"})
    void whatIsNoTimeInSecondsIsNone(String value) throws Exception {
        assertEquals(Optional.empty(), Json.seconds(parse("{\"at\":" + value + "}"), "at"));
    }

    @Test
    void whatIsKeptIsWrittenAsItCame() throws Exception {
        String body = "{\"price\":12.50,\"text\":\"año\",\"n\":1e400,\"list\":[1,{}]}";

        assertTrue(Json.raw(parse(body)).startsWith("{\"price\":12.50,\"text\":\"año\","));
    }

    @Test
    void halfASurrogatePairDoesNotReachTheQueue() throws Exception {
        ObjectNode half = parse("{\"a\":\"x\\uD83Dy\"}");

        assertEquals(Optional.of("x?y"), Json.text(half, "a"));
        assertEquals("{\"a\":\"x?y\"}", Json.raw(half));
    }

    @Test
    void oneItemOfAListKeepsWhatStandsBesideTheList() throws Exception {
        ObjectNode entry = parse("{\"id\":1,\"changes\":[{\"a\":1},{\"a\":2}]}");

        assertEquals(
                parse("{\"id\":1,\"changes\":[{\"a\":2}]}"),
                Json.withOnly(entry, "changes", entry.path("changes").path(1)));
        assertEquals(2, entry.path("changes").size());
    }

    private static ObjectNode parse(String body) throws MalformedWebhook {
        return Json.parse(body.getBytes(UTF_8));
    }
}
