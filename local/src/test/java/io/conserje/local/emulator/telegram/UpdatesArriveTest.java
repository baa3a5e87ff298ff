package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.Turn;
import io.conserje.local.emulator.telegram.SystemUnderTest.Received;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesArriveTest extends TelegramEmulatorTest {
    private static final String USER =
            "{'id':50760000001,'is_bot':false,'first_name':'Ana Núñez','language_code':'es'}";
    private static final String CHAT =
            "{'id':50760000001,'first_name':'Ana Núñez','type':'private'}";

    @Override
    Options configured(Options options) {
        return options.withClock(new HandClock());
    }

    @Test
    void aTextHasTelegramsShape() {
        emulator.phone().rename(ANA, "Ana Núñez");
        PhoneLine line = emulator.phone().say(ANA, "¿Mañana?");

        JsonNode update = arrived();
        assertEquals(2, update.size());
        assertTrue(update.path("update_id").isIntegralNumber());
        assertEquals(
                json(
                        "{'message_id':1,'from':"
                                + USER
                                + ",'chat':"
                                + CHAT
                                + ",'date':1772359200,'text':'¿Mañana?'}"),
                update.path("message"));
        assertEquals("1", line.id());
        assertEquals("text", line.kind());
        assertEquals(Status.DELIVERED, lastLine().status());
    }

    @Test
    void anUpdateCarriesTheSecretToken() {
        emulator.phone().say(ANA, "hola");

        quiet();
        Received update = system.received().getFirst();
        assertEquals(secret("webhook-secret"), update.secret());
        assertEquals("application/json", update.contentType());
    }

    @Test
    void aCommandIsAnEntity() {
        emulator.phone().say(ANA, "/start clinic");

        assertEquals(
                json("[{'offset':0,'length':6,'type':'bot_command'}]"),
                arrived().at("/message/entities"));
    }

    @Test
    void aPlaceIsALocationAndWithANameAVenueToo() {
        emulator.phone().sendLocation(ANA, 8.98, -79.52);
        JsonNode bare = arrived().path("message");
        emulator.phone().act(ANA, new Gesture.Location(8.98, -79.52, "Clínica", "Calle 50"));
        JsonNode named = arrived().path("message");

        assertEquals(json("{'latitude':8.98,'longitude':-79.52}"), bare.path("location"));
        assertFalse(bare.has("venue"));
        assertEquals(bare.path("location"), named.path("location"));
        assertEquals(
                json(
                        "{'location':{'latitude':8.98,'longitude':-79.52},"
                                + "'title':'Clínica','address':'Calle 50'}"),
                named.path("venue"));
        assertEquals("venue", lastLine().kind());
    }

    @Test
    void aCardIsAContact() {
        emulator.phone().act(ANA, new Gesture.Card("Luis", "+50760000002"));

        assertEquals(
                json("{'phone_number':'+50760000002','first_name':'Luis'}"),
                arrived().at("/message/contact"));
    }

    @Test
    void aReactionTellsWhatItWasBefore() {
        String said = emulator.phone().say(ANA, "hola").id();
        emulator.phone().react(ANA, said, "👍");
        JsonNode first = arrived().path("message_reaction");
        emulator.phone().react(ANA, said, "");
        JsonNode second = arrived().path("message_reaction");

        assertEquals(json("[]"), first.path("old_reaction"));
        assertEquals(json("[{'type':'emoji','emoji':'👍'}]"), first.path("new_reaction"));
        assertEquals(said, first.path("message_id").asText());
        assertEquals(ANA, first.at("/user/id").asText());
        assertEquals(ANA, first.at("/chat/id").asText());
        assertEquals(first.path("new_reaction"), second.path("old_reaction"));
        assertEquals(json("[]"), second.path("new_reaction"));
    }

    @Test
    void anEditIsTheMessageAgain() {
        String said = emulator.phone().say(ANA, "a las 10").id();
        emulator.phone().act(ANA, new Gesture.Edit(said, "a las 11"));

        JsonNode edited = arrived().path("edited_message");
        assertEquals(said, edited.path("message_id").asText());
        assertEquals("a las 11", edited.path("text").asText());
        assertEquals(edited.path("date"), edited.path("edit_date"));
    }

    @Test
    void aBlockIsAMemberWhoWasKicked() {
        emulator.phone().say(ANA, "hola");
        emulator.phone().act(ANA, new Gesture.Block(true));
        JsonNode blocked = arrived().path("my_chat_member");
        emulator.phone().act(ANA, new Gesture.Block(false));
        JsonNode again = arrived().path("my_chat_member");

        assertEquals("member", blocked.at("/old_chat_member/status").asText());
        assertEquals("kicked", blocked.at("/new_chat_member/status").asText());
        assertEquals(0, blocked.at("/new_chat_member/until_date").asInt(-1));
        assertEquals(
                emulator.settings().get("bot-id"), blocked.at("/new_chat_member/user/id").asText());
        assertEquals("kicked", again.at("/old_chat_member/status").asText());
        assertEquals("member", again.at("/new_chat_member/status").asText());
    }

    @Test
    void whoBlockedTheBotCannotWriteToIt() {
        emulator.phone().act(ANA, new Gesture.Block(true));

        assertThrows(Refused.class, () -> emulator.phone().say(ANA, "hola"));
        assertThrows(Refused.class, () -> emulator.phone().act(ANA, new Gesture.Block(true)));
        emulator.phone().act(ANA, new Gesture.Block(false));
        emulator.phone().say(ANA, "hola");
    }

    @Test
    void aRawMessageIsCompletedAndOtherwiseLeftAlone() {
        PhoneLine line =
                emulator.phone()
                        .raw(ANA, json("{'dice':{'emoji':'🎲','value':2},'from':null,'date':7}"));

        JsonNode message = arrived().path("message");
        assertEquals("dice", line.kind());
        assertEquals(line.id(), message.path("message_id").asText());
        assertEquals(2, message.at("/dice/value").asInt());
        assertEquals(7, message.path("date").asInt());
        assertFalse(message.has("from"));
        assertEquals(ANA, message.at("/chat/id").asText());
        assertThrows(Refused.class, () -> emulator.phone().raw(ANA, json("[]")));
    }

    @Test
    void whatIsSentTogetherComesOneAfterTheOther() {
        List<PhoneLine> lines =
                emulator.phone()
                        .sendTogether(
                                List.of(
                                        new Turn(ANA, new Gesture.Say("a1")),
                                        new Turn(LUIS, new Gesture.Say("l1")),
                                        new Turn(ANA, new Gesture.Say("a2"))));

        quiet();
        assertEquals(List.of("a1", "l1", "a2"), system.told());
        List<Long> ids = system.received().stream().map(Received::id).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertEquals(List.of(0, 0, 1), lines.stream().map(PhoneLine::index).toList());
    }

    @Test
    void anUpdateIsPostedUntilSomebodyAcknowledgesIt() {
        system.answer = update -> update.number() < 3 ? 503 : 200;
        emulator.phone().say(ANA, "one");
        emulator.phone().say(ANA, "two");

        quiet();
        assertEquals(List.of("one", "one", "one", "two"), system.told());
        List<Long> ids = system.received().stream().map(Received::id).distinct().toList();
        assertEquals(List.of(ids.getFirst(), ids.getFirst() + 1), ids);
    }

    @Test
    void eachConversationKeepsItsOrder() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> emulator.phone().say(i % 2 == 0 ? ANA : LUIS, "m" + i));

        quiet();
        List<Long> ofAna =
                system.received().stream()
                        .filter(r -> r.update().at("/message/chat/id").asText().equals(ANA))
                        .map(Received::id)
                        .toList();
        assertEquals(10, ofAna.size());
        assertEquals(ofAna.stream().sorted().toList(), ofAna);
        assertEquals(20, system.received().stream().map(Received::id).distinct().count());
    }

    @Test
    void aCustomerIsAUserIdHoweverItIsWritten() {
        emulator.phone().say("+507 6000-0001", "hola");

        assertEquals("hola", lastLine().text());
        assertEquals(ANA, emulator.contactKey("+507 6000-0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "", "0123", "4503599627370496", "-100123"})
    void whatIsNoUserIdIsNoCustomer(String named) {
        assertThrows(Refused.class, () -> emulator.phone().say(named, "hola"));
    }

    @Test
    void whatTelegramDoesNotHaveIsRefused() {
        String said = emulator.phone().say(ANA, "hola").id();
        List<Gesture> impossible =
                List.of(
                        new Gesture.Marketing(false),
                        new Gesture.Choose("never"),
                        new Gesture.React("4711", "👍"),
                        new Gesture.Edit("4711", "x"),
                        new Gesture.Edit(said, " "),
                        new Gesture.Block(false),
                        new Gesture.Say("x".repeat(4097)));
        for (Gesture gesture : impossible) {
            assertThrows(
                    Refused.class, () -> emulator.phone().act(ANA, gesture), gesture::toString);
        }
        assertEquals(1, emulator.phone().transcript(ANA).size());
    }
}
