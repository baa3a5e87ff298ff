package io.conserje.channel.telegram;

import static io.conserje.channel.telegram.Desk.fromAna;
import static io.conserje.channel.telegram.Desk.normalise;
import static io.conserje.channel.telegram.Desk.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we do not understand is kept whole: with its contact if it has one, else on the account. */
class NothingIsDroppedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'poll':{'id':'1'}; poll",
                "'dice':{'emoji':'🎲','value':2}; dice",
                "'story':{'id':2}; story",
                "'game':{'title':'a'}; game",
                "'successful_payment':{'total_amount':100}; successful_payment",
                "'checklist':{'title':'a'}; checklist",
                "'forward_origin':{'type':'user'},'hologram':{}; hologram",
                "'caption':'a'; unknown",
                "'text':''; text",
                "'text':{'a':1}; text",
                "'text':null; text",
                "'photo':[]; photo",
                "'photo':[{'width':9}]; photo",
                "'photo':7; photo",
                "'voice':{}; voice",
                "'document':{'file_id':''}; document",
                "'location':{'latitude':'north','longitude':1}; location",
                "'venue':{'title':'a'}; venue",
                "'contact':{'first_name':'Eva'}; contact",
            })
    void aMessageInAnOddShapeStaysWithItsContact(String fields, String kind) throws Exception {
        String message = fromAna(fields);

        Normalised told = told("message", message);

        assertEquals(Desk.ANA, Desk.contact(told));
        assertEquals(
                InboundMessage.of(
                        new MessageId("6962620676:154"),
                        Desk.SENT_AT,
                        new Content.Unsupported(kind, Desk.json(Desk.update("message", message)))),
                Desk.message(told));
    }

    @Test
    void aPlaceBeyondAnyNumberIsNoPlace() throws Exception {
        assertInstanceOf(
                Content.Unsupported.class,
                Desk.contentOf("'location':{'latitude':1e999,'longitude':1}"));
    }

    @Test
    void anEditThatMakesNoSenseIsNoEdit() throws Exception {
        Normalised told = told("edited_message", fromAna("'poll':{'id':'1'}"));

        assertEquals("poll", ((Content.Unsupported) Desk.message(told).content()).kind());
        assertEquals(new MessageId("update:439432599"), Desk.message(told).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'date':'soon',", "'date':-1,", "'date':null,", "'date':[],", ""})
    void aMessageWithoutATimeIsKept(String date) throws Exception {
        Normalised told =
                told("message", "'message_id':1," + date + "'text':'Hola'," + Desk.PRIVATE);

        assertEquals(Instant.EPOCH, Desk.message(told).sentAt());
        assertInstanceOf(Content.Unsupported.class, Desk.message(told).content());
    }

    @Test
    void aMessageWithoutANumberIsKeptUnderTheUpdates() throws Exception {
        Normalised told = told("message", "'date':1760000000,'text':'Hola'," + Desk.PRIVATE);

        assertEquals(new MessageId("update:439432599"), Desk.message(told).id());
        assertInstanceOf(Content.Unsupported.class, Desk.message(told).content());
    }

    @Test
    void aButtonThatStartsAGameIsKept() throws Exception {
        Normalised told =
                told(
                        "callback_query",
                        "'id':'7','game_short_name':'a','message':{'message_id':3,"
                                + Desk.PRIVATE
                                + "}");

        assertInstanceOf(Content.Unsupported.class, Desk.message(told).content());
    }

    @Test
    void anUnknownKindOfUpdateStaysWithItsPrivateChat() throws Exception {
        Normalised told = told("hologram", "'date':1760000000," + Desk.PRIVATE);

        assertEquals("6962620676", Desk.contact(told).key());
        assertEquals(new MessageId("update:439432599"), Desk.message(told).id());
        assertEquals("hologram", ((Content.Unsupported) Desk.message(told).content()).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'poll':{'id':'1'}; poll",
                "'poll_answer':{'poll_id':'1','user':{'id':1}}; poll_answer",
                "'inline_query':{'id':'1','from':{'id':1},'query':'a'}; inline_query",
                "'pre_checkout_query':{'id':'1','from':{'id':1}}; pre_checkout_query",
                "'chat_join_request':{'chat':{'id':-1,'type':'group'}}; chat_join_request",
                "'business_connection':{'id':'b','user_chat_id':1}; business_connection",
                "'business_message':{'business_connection_id':'b','message_id':1,'chat':{'id':1,'type':'private'}}; business_message",
                "'deleted_business_messages':{'business_connection_id':'b','chat':{'id':1,'type':'private'}}; deleted_business_messages",
                "'callback_query':{'id':'1','from':{'id':1},'inline_message_id':'x','data':'a'}; callback_query",
                "'callback_query':{'data':'a','message':{'message_id':1,'chat':{'id':1,'type':'private'}}}; callback_query",
                "'my_chat_member':{'chat':{'id':1,'type':'private'}}; my_chat_member",
                "'message':{'message_id':1,'text':'a'}; message",
                "'message':{'message_id':1,'text':'a','chat':{'id':'x','type':'private'}}; message",
                "'message':{'message_id':1,'text':'a','chat':{'id':1,'type':'secret'}}; message",
                "'message':7; message",
                "'hologram':7; hologram",
            })
    void whatNamesNoContactOfOursIsKeptOnTheAccount(String field, String kind) throws Exception {
        String body = "{'update_id':439432599," + field + "}";

        Normalised told = Desk.only(normalise(body));

        assertEquals(new Content.Unsupported(kind, Desk.json(body)), Desk.keptOnAccount(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'update_id':7}",
                "{'update_id':'x','message':{}}",
                "{'message':{}}",
                "{'update_id':7,'message':{},'callback_query':{}}",
                "{'message_id':154,'date':1581448857,'chat':{'id':1,'type':'private'},'text':'4'}",
            })
    void aBodyThatIsNoUpdateIsKeptOnTheAccount(String body) throws Exception {
        assertEquals(
                new Content.Unsupported("unknown", Desk.json(body)),
                Desk.keptOnAccount(Desk.only(normalise(body))));
    }

    @Test
    void aFieldBesideTheMessageDoesNotHideIt() throws Exception {
        String body =
                "{'signature':{'a':1},'update_id':7,'message':{" + fromAna("'text':'Hola'") + "}}";

        assertEquals(new Content.Text("Hola"), Desk.message(Desk.only(normalise(body))).content());
    }

    @Test
    void theSameTwiceIsTheSameAndAnotherIsNot() throws Exception {
        String poll = "{'update_id':%d,'poll':{'id':'1'}}";

        assertEquals(accountId(poll.formatted(1)), accountId(poll.formatted(1)));
        assertNotEquals(accountId(poll.formatted(1)), accountId(poll.formatted(2)));
    }

    @Test
    void halfASurrogatePairDoesNotReachTheQueue() throws Exception {
        assertEquals(new Content.Text("a?b"), Desk.contentOf("'text':'a\\uD83Db'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "[]", "7", "{'update_id':1", "{'update_id':1}{}"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThrows(MalformedWebhook.class, () -> normalise(Desk.json(body).getBytes(UTF_8)));
    }

    private static String accountId(String body) throws Exception {
        return ((Normalised.AboutAccount) Desk.only(normalise(body))).message().id().value();
    }
}
