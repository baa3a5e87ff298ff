package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PhoneTest extends MetaEmulatorTest {
    private static final String BUTTONS =
            """
            {"messaging_product":"whatsapp","to":"34600111222","type":"interactive",
             "interactive":{"type":"button","body":{"text":"¿Confirma?"},"action":{"buttons":[
             {"type":"reply","reply":{"id":"yes","title":"Sí"}},
             {"type":"reply","reply":{"id":"no","title":"No"}}]}}}
            """;
    private static final String LIST =
            """
            {"messaging_product":"whatsapp","to":"34600111222","type":"interactive",
             "interactive":{"type":"list","body":{"text":"¿Cuándo?"},"action":{"button":"Ver",
             "sections":[{"rows":[{"id":"10","title":"A las 10","description":"Con Eva"}]}]}}}
            """;
    private static final String TEMPLATE =
            """
            {"messaging_product":"whatsapp","to":"34600111222","type":"template",
             "template":{"name":"cita","language":{"code":"es"},"components":[{"type":"button",
             "sub_type":"quick_reply","index":"0",
             "parameters":[{"type":"payload","payload":"confirm-7"}]}]}}
            """;

    @Test
    void aButtonThatIsTappedNamesTheMessageThatOfferedIt() {
        Answer offered = send(BUTTONS);
        PhoneLine seen = emulator.phone().transcript(ANA).getFirst();
        assertEquals(
                List.of(new Option("yes", "Sí", null), new Option("no", "No", null)),
                seen.options());

        PhoneLine tapped = emulator.phone().choose(ANA, "yes");

        assertEquals("Sí", tapped.text());
        JsonNode message = arrived();
        assertEquals("button_reply", message.at("/interactive/type").asText());
        assertEquals("yes", message.at("/interactive/button_reply/id").asText());
        assertEquals("Sí", message.at("/interactive/button_reply/title").asText());
        assertEquals(offered.wamid(), message.at("/context/id").asText());
    }

    @Test
    void aRowThatIsChosenComesWithItsDescription() {
        send(LIST);
        emulator.phone().choose(ANA, "10");

        JsonNode reply = arrived().at("/interactive/list_reply");
        assertEquals("A las 10", reply.path("title").asText());
        assertEquals("Con Eva", reply.path("description").asText());
    }

    @Test
    void aTemplatesButtonComesWithItsPayload() {
        approve("cita", "UTILITY", "Le esperamos mañana.", "Confirmar", "Cancelar");
        send(TEMPLATE);
        emulator.phone().choose(ANA, "confirm-7");

        JsonNode message = arrived();
        assertEquals("button", message.path("type").asText());
        assertEquals("confirm-7", message.at("/button/payload").asText());
        assertEquals("Confirmar", message.at("/button/text").asText());
    }

    @Test
    void whatWasOfferedToSomebodyElseCannotBeChosen() {
        send(BUTTONS);

        Refused refused = assertThrows(Refused.class, () -> emulator.phone().choose(LUIS, "yes"));

        assertEquals("choice: 'yes' was never offered to " + LUIS, refused.getMessage());
    }

    @Test
    void aVoiceNoteIsAnAudioWithVoice() {
        emulator.phone().sendVoice(ANA, new byte[] {1, 2}, "audio/ogg; codecs=opus");

        JsonNode audio = arrived().path("audio");
        assertTrue(audio.path("voice").asBoolean());
        assertEquals("audio/ogg; codecs=opus", audio.path("mime_type").asText());
        assertEquals("oShx/uIQ+4YZKR6uoZRYHL0lMeSyN1nSJfaAaSP2MiI=", audio.path("sha256").asText());
    }

    @Test
    void aPlaceAndAReactionArriveAsTheyAre() {
        emulator.phone().sendLocation(ANA, 40.4, -3.7);
        emulator.phone().react(ANA, "wamid.x", "👍");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(40.4, system.messages().getFirst().at("/location/latitude").asDouble());
        assertEquals("👍", system.messages().getLast().at("/reaction/emoji").asText());
        assertEquals("wamid.x", system.messages().getLast().at("/reaction/message_id").asText());
    }

    @Test
    void aRawMessageIsCompletedAndOtherwiseLeftAlone() throws Exception {
        JsonNode order =
                EmulatorJson.MAPPER.readTree(
                        "{\"type\":\"order\",\"order\":{\"catalog_id\":\"7\"}}");

        PhoneLine line = emulator.phone().raw(ANA, order);

        JsonNode message = arrived();
        assertEquals("order", line.kind());
        assertEquals(line.id(), message.path("id").asText());
        assertEquals(ANA, message.path("from").asText());
        assertEquals("7", message.at("/order/catalog_id").asText());
        assertThrows(
                Refused.class, () -> emulator.phone().raw(ANA, EmulatorJson.MAPPER.readTree("[]")));
    }

    @Test
    void readingAMessageReadsThoseBeforeItAndTypingShows() {
        emulator.phone().say(ANA, "one");
        PhoneLine two = emulator.phone().say(ANA, "two");

        Answer answer =
                send(
                        """
                        {"messaging_product":"whatsapp","status":"read","message_id":"%s",
                         "typing_indicator":{"type":"text"}}
                        """
                                .formatted(two.id()));

        assertTrue(answer.body().path("success").asBoolean());
        List<PhoneLine> lines = emulator.phone().transcript(ANA);
        assertTrue(lines.stream().allMatch(line -> line.status() == Status.READ));
        assertNotNull(lines.getFirst().readAt());
        assertNull(lines.getFirst().typingAt());
        assertNotNull(lines.getLast().typingAt());
    }

    @Test
    void whoeverWaitsSeesTheAnswerWhenItComes() throws Exception {
        PhoneLine said = emulator.phone().say(ANA, "hola");
        CompletableFuture<List<PhoneLine>> waiting =
                CompletableFuture.supplyAsync(
                        () -> emulator.phone().await(ANA, said.index(), SOON));

        sendText(ANA, "buenas");

        PhoneLine seen = waiting.get().getFirst();
        assertEquals("buenas", seen.text());
        assertEquals(Direction.BUSINESS, seen.direction());
        assertEquals(1, seen.index());
        assertEquals(List.of(), emulator.phone().await(ANA, 1, Duration.ZERO));
    }

    @Test
    void aCustomerIsATelephoneNumberHoweverItIsWritten() {
        emulator.phone().say("+34 600-111-222", "hola");

        assertEquals("hola", emulator.phone().transcript(ANA).getFirst().text());
        assertThrows(Refused.class, () -> emulator.phone().say("Ana", "hola"));
    }

    private JsonNode arrived() {
        assertTrue(emulator.awaitQuiet(SOON));
        return system.messages().getLast();
    }
}
