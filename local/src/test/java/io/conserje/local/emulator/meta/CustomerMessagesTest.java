package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Gesture.Kind;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerMessagesTest extends MetaEmulatorTest {
    private static final byte[] BYTES = {1, 2, 3};

    private final HandClock clock = new HandClock();

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAGE | image/jpeg | caption | image | mime_type sha256 id caption",
                "VIDEO | video/mp4 | caption | video | mime_type sha256 id caption",
                "DOCUMENT | application/pdf | caption | document | mime_type sha256 id caption filename",
                "AUDIO | audio/mpeg | | audio | mime_type sha256 id voice",
                "VOICE | audio/ogg; codecs=opus | | audio | mime_type sha256 id voice",
                "STICKER | image/webp | | sticker | mime_type sha256 id animated"
            })
    void aFileOfEachKindHasWhatMetaTellsOfIt(
            Kind kind, String mimeType, String caption, String type, String fields) {
        PhoneLine line =
                emulator.phone()
                        .act(ANA, new Gesture.File(kind, BYTES, mimeType, "a.pdf", caption));

        JsonNode message = arrived();
        assertEquals(type, message.path("type").asText());
        assertEquals(type, line.kind());
        assertEquals(caption == null ? "" : caption, line.text());
        JsonNode file = message.path(type);
        assertEquals(mimeType, file.path("mime_type").asText());
        assertEquals(kind == Kind.VOICE, file.path("voice").asBoolean());
        assertEquals(
                List.of(fields.split(" ", -1)),
                file.propertyStream().map(field -> field.getKey()).toList());
        assertEquals(
                BYTES.length,
                graph("GET", "/v23.0/" + file.path("id").asText(), token(), "")
                        .body()
                        .path("file_size")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDIO", "VOICE", "STICKER"})
    void whatHasNoCaptionOnWhatsAppTakesNone(Kind kind) {
        Gesture captioned = new Gesture.File(kind, BYTES, "x/y", null, "caption");

        assertThrows(Refused.class, () -> emulator.phone().act(ANA, captioned));
    }

    @Test
    void aStickerThatMovesIsToldToMove() {
        byte[] moving = MediaRulesTest.webp("VP8X", 2);
        emulator.phone().act(ANA, new Gesture.File(Kind.STICKER, moving, "image/webp", null, null));

        assertTrue(arrived().at("/sticker/animated").asBoolean());
    }

    @Test
    void aCardIsAContactWithItsNameInParts() {
        PhoneLine line = emulator.phone().act(ANA, new Gesture.Card("Eva Gil", "+34 600 777 888"));

        JsonNode contact = arrived().at("/contacts/0");
        assertEquals("Eva Gil", line.text());
        assertEquals("Eva Gil", contact.at("/name/formatted_name").asText());
        assertEquals("Eva", contact.at("/name/first_name").asText());
        assertEquals("Gil", contact.at("/name/last_name").asText());
        assertEquals("+34 600 777 888", contact.at("/phones/0/phone").asText());
        assertEquals("34600777888", contact.at("/phones/0/wa_id").asText());
        assertEquals("CELL", contact.at("/phones/0/type").asText());
    }

    @Test
    void whatACustomerSaidCanBeEditedForAQuarterOfAnHour() {
        PhoneLine said = emulator.phone().say(ANA, "a las diez");
        clock.pass(Duration.ofMinutes(15));
        emulator.phone().act(ANA, new Gesture.Edit(said.id(), "a las once"));

        JsonNode message = arrived();
        assertEquals("edit", message.path("type").asText());
        assertEquals(said.id(), message.at("/edit/original_message_id").asText());
        assertEquals("text", message.at("/edit/message/type").asText());
        assertEquals("a las once", message.at("/edit/message/text/body").asText());
        clock.pass(Duration.ofSeconds(1));
        assertThrows(
                Refused.class,
                () -> emulator.phone().act(ANA, new Gesture.Edit(said.id(), "a las doce")));
    }

    @Test
    void nobodyEditsWhatSomebodyElseSaid() {
        PhoneLine said = emulator.phone().say(ANA, "a las diez");
        String answer = sendText(ANA, "bien").wamid();

        for (String id : List.of(said.id(), "wamid.x")) {
            assertThrows(
                    Refused.class, () -> emulator.phone().act(LUIS, new Gesture.Edit(id, "no")));
        }
        assertThrows(
                Refused.class, () -> emulator.phone().act(ANA, new Gesture.Edit(answer, "no")));
    }

    private JsonNode arrived() {
        assertTrue(emulator.awaitQuiet(SOON));
        return system.messages().getLast();
    }
}
