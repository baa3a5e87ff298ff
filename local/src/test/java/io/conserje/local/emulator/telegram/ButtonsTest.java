package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ButtonsTest extends TelegramEmulatorTest {
    private static final String OFFER =
            "{'chat_id':50760000001,'text':'¿Confirma?','reply_markup':{'inline_keyboard':"
                    + "[[{'text':'Sí','callback_data':'yes'}],"
                    + "[{'text':'Pagar','url':'https://x.org'}]]}}";

    @BeforeEach
    void meetAna() {
        meet(ANA);
    }

    @Test
    void aButtonThatIsTappedComesWithItsMessage() {
        JsonNode offered = call("sendMessage", OFFER).result();

        PhoneLine tapped = emulator.phone().choose(ANA, "yes");

        JsonNode query = arrived().path("callback_query");
        assertEquals("Sí", tapped.text());
        assertEquals("callback_query", tapped.kind());
        assertEquals(tapped.id(), query.path("id").asText());
        assertEquals(ANA, query.at("/from/id").asText());
        assertEquals(offered, query.path("message"));
        assertEquals("yes", query.path("data").asText());
        assertTrue(query.path("chat_instance").asText().matches("-?[0-9]+"));
    }

    @Test
    void aQueryIsAnswered() {
        call("sendMessage", OFFER);
        String query = emulator.phone().choose(ANA, "yes").id();
        int lines = emulator.phone().transcript(ANA).size();

        assertTrue(answer(query, "").result().asBoolean());
        assertEquals(lines, emulator.phone().transcript(ANA).size());
        answer(query, ",'text':'Hecho'").result();
        assertEquals("notification", lastLine().kind());
        assertEquals("Hecho", lastLine().text());
        answer(query, ",'text':'Hecho','show_alert':true").result();
        assertEquals("alert", lastLine().kind());
        assertEquals(
                "Bad Request: MESSAGE_TOO_LONG",
                answer(query, ",'text':'" + "x".repeat(201) + "'").description());
    }

    private Answer answer(String query, String more) {
        return call("answerCallbackQuery", "{'callback_query_id':'" + query + "'" + more + "}");
    }

    @Test
    void eachTapIsAnotherQuery() {
        call("sendMessage", OFFER);

        assertNotEquals(
                emulator.phone().choose(ANA, "yes").id(), emulator.phone().choose(ANA, "yes").id());
    }

    @Test
    void aButtonThatAnEditTookAwayCannotBeTapped() {
        long id = call("sendMessage", OFFER).result().path("message_id").asLong();
        JsonNode edited =
                call(
                                "editMessageText",
                                "{'chat_id':" + ANA + ",'message_id':" + id + ",'text':'Listo'}")
                        .result();

        assertTrue(edited.path("reply_markup").isMissingNode());
        assertThrows(Refused.class, () -> emulator.phone().choose(ANA, "yes"));
    }

    @Test
    void aButtonThatAnEditBroughtCanBeTapped() {
        long id = call("sendMessage", OFFER).result().path("message_id").asLong();
        call(
                        "editMessageText",
                        OFFER.replace("'text':'¿Confirma?'", "'text':'¿Y?','message_id':" + id)
                                .replace("'yes'", "'other'"))
                .result();

        emulator.phone().choose(ANA, "other");

        assertEquals("¿Y?", arrived().at("/callback_query/message/text").asText());
        assertThrows(Refused.class, () -> emulator.phone().choose(ANA, "yes"));
    }

    @Test
    void aButtonOfAMessageThatWasDeletedCannotBeTapped() {
        long id = call("sendMessage", OFFER).result().path("message_id").asLong();
        call("deleteMessage", "{'chat_id':" + ANA + ",'message_id':" + id + "}").result();

        assertThrows(Refused.class, () -> emulator.phone().choose(ANA, "yes"));
    }

    @Test
    void aButtonThatOpensAnAddressTellsNobody() {
        call("sendMessage", OFFER);

        assertThrows(Refused.class, () -> emulator.phone().choose(ANA, "https://x.org"));
    }

    @Test
    void whatWasOfferedToSomebodyElseCannotBeTapped() {
        call("sendMessage", OFFER);
        meet(LUIS);

        Refused refused = assertThrows(Refused.class, () -> emulator.phone().choose(LUIS, "yes"));
        assertEquals("choice: 'yes' was never offered to " + LUIS, refused.getMessage());
    }

    @Test
    void aKeyOfTheKeyboardTypesItsText() {
        call(
                        "sendMessage",
                        "{'chat_id':"
                                + ANA
                                + ",'text':'¿Cuál?','reply_markup':{'keyboard':[['Uno'],"
                                + "[{'text':'Dos'}]]}}")
                .result();

        PhoneLine typed = emulator.phone().choose(ANA, "Dos");

        assertEquals("text", typed.kind());
        assertEquals("Dos", arrived().at("/message/text").asText());
    }
}
