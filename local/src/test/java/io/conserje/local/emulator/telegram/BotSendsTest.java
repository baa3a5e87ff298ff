package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotSendsTest extends TelegramEmulatorTest {

    @Override
    Options configured(Options options) {
        return options.withClock(new HandClock());
    }

    @BeforeEach
    void meetAna() {
        meet(ANA);
    }

    @Test
    void theAnswerIsTheMessage() {
        JsonNode message = sendText(ANA, "buenas").result();

        assertEquals(2, message.path("message_id").asInt());
        assertEquals(emulator.settings().get("bot-id"), message.at("/from/id").asText());
        assertTrue(message.at("/from/is_bot").asBoolean());
        assertEquals(
                emulator.settings().get("bot-username"), message.at("/from/username").asText());
        assertEquals(
                json(
                        "{'id':50760000001,'first_name':'Customer 50760000001',"
                                + "'type':'private'}"),
                message.path("chat"));
        assertEquals(1772359200, message.path("date").asInt());
        assertEquals("buenas", message.path("text").asText());
    }

    @Test
    void theCustomerHasItAtOnce() {
        sendText(ANA, "buenas");

        PhoneLine line = lastLine();
        assertEquals(Direction.BUSINESS, line.direction());
        assertEquals("text", line.kind());
        assertEquals("buenas", line.text());
        assertEquals("2", line.id());
        assertEquals(Status.DELIVERED, line.status());
        assertEquals(0, emulator.state().pending());
        assertTrue(system.received().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sendLocation | 'latitude':8.9,'longitude':'-79.5' | location | 8.9, -79.5",
                "sendVenue | 'latitude':8.9,'longitude':-79.5,'title':'T','address':'A' | venue | T, A",
                "sendContact | 'phone_number':'+507','first_name':'Eva' | contact | Eva",
                "sendPhoto | 'photo':'https://x.org/a.jpg','caption':'mira' | photo | mira",
                "SENDMESSAGE | 'text':' hola ','parse_mode':'HTML' | text | hola"
            })
    void whatTelegramWouldTakeIsTaken(String method, String params, String kind, String text) {
        JsonNode message = call(method, "{'chat_id':'" + ANA + "'," + params + "}").result();

        assertTrue(message.has(kind), message::toString);
        assertEquals(kind, lastLine().kind());
        assertEquals(text, lastLine().text());
    }

    @Test
    void buttonsAreOptionsByTheirData() {
        JsonNode message =
                call(
                                "sendMessage",
                                "{'chat_id':"
                                        + ANA
                                        + ",'text':'¿Confirma?','reply_markup':{'inline_keyboard':["
                                        + "[{'text':'Sí','callback_data':'yes'},"
                                        + "{'text':'No','callback_data':'no'}],"
                                        + "[{'text':'Pagar','url':'https://x.org/pay'}]]}}")
                        .result();

        assertEquals(2, message.at("/reply_markup/inline_keyboard").size());
        assertEquals(
                List.of("yes=Sí", "no=No", "https://x.org/pay=Pagar"),
                lastLine().options().stream().map(o -> o.id() + "=" + o.title()).toList());
    }

    @Test
    void parametersComeAsTheyLike() {
        String text = "a & b = ñ";
        String query =
                "?chat_id=" + ANA + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        URI get = URI.create(address("sendMessage") + query);
        exchange(HttpRequest.newBuilder(get).build()).result();
        exchange(
                        HttpRequest.newBuilder(address("sendMessage"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                query.substring(1)
                                                        + "&reply_markup=%7B%22keyboard%22%3A"
                                                        + "%5B%5B%22uno%22%5D%5D%7D"))
                                .build())
                .result();
        String parts =
                "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n"
                        + text
                        + "\r\n--b--\r\n";
        URI both = URI.create(address("sendMessage") + "?chat_id=" + ANA);
        exchange(
                        HttpRequest.newBuilder(both)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(parts))
                                .build())
                .result();

        List<PhoneLine> lines = emulator.phone().transcript(ANA);
        assertEquals(
                List.of(text, text, text), lines.stream().skip(1).map(PhoneLine::text).toList());
        assertEquals("uno", lines.get(2).options().getFirst().id());
    }

    @Test
    void aReplyHoldsWhatItAnswers() {
        JsonNode message =
                call(
                                "sendMessage",
                                "{'chat_id':"
                                        + ANA
                                        + ",'text':'x','reply_parameters':{'message_id':1}}")
                        .result();

        assertEquals("/start", message.at("/reply_to_message/text").asText());
        call(
                        "sendMessage",
                        "{'chat_id':"
                                + ANA
                                + ",'text':'x','reply_parameters':{'message_id':99,"
                                + "'allow_sending_without_reply':true}}")
                .result();
    }

    @Test
    void typingShowsOnTheLastLineAndReadsNothing() {
        assertTrue(action("typing").result().asBoolean());
        sendText(ANA, "buenas");
        action("upload_photo").result();

        PhoneLine said = emulator.phone().transcript(ANA).getFirst();
        assertNotNull(said.typingAt());
        assertNull(said.readAt());
        assertEquals(Status.DELIVERED, said.status());
        assertEquals(2, emulator.phone().transcript(ANA).size());
    }

    private Answer action(String action) {
        return call("sendChatAction", "{'chat_id':" + ANA + ",'action':'" + action + "'}");
    }

    @Test
    void aReactionOfTheBotIsSeen() {
        String reaction =
                "{'chat_id':%s,'message_id':1,'reaction':[{'type':'emoji','emoji':'%s'}]}";

        assertTrue(call("setMessageReaction", reaction.formatted(ANA, "❤️")).result().asBoolean());
        assertEquals("reaction", lastLine().kind());
        assertEquals("❤️", lastLine().text());
    }

    @Test
    void anEditShowsTheNewText() {
        long id = sendText(ANA, "a las 10").result().path("message_id").asLong();
        String edit = "{'chat_id':" + ANA + ",'message_id':" + id + ",'text':'a las 11'}";

        JsonNode edited = call("editMessageText", edit).result();

        assertEquals("a las 11", edited.path("text").asText());
        assertTrue(edited.has("edit_date"));
        assertEquals("edited_message", lastLine().kind());
        assertEquals("a las 11", lastLine().text());
        assertTrue(
                call("editMessageText", edit)
                        .description()
                        .startsWith("Bad Request: message is not modified: "));
        long place =
                call("sendLocation", "{'chat_id':" + ANA + ",'latitude':1,'longitude':1}")
                        .result()
                        .path("message_id")
                        .asLong();
        assertEquals(
                "Bad Request: there is no text in the message to edit",
                call("editMessageText", edit.replace(":" + id + ",", ":" + place + ","))
                        .description());
    }

    @Test
    void whatIsDeletedIsGone() {
        String deletion = "{'chat_id':" + ANA + ",'message_id':1}";

        assertTrue(call("deleteMessage", deletion).result().asBoolean());

        assertEquals("deleted_message", lastLine().kind());
        assertEquals(
                "Bad Request: message to delete not found",
                call("deleteMessage", deletion).description());
    }

    @Test
    void aListenerHearsOfEveryAcceptedMessage() {
        BlockingQueue<AcceptedMessage> accepted = new LinkedBlockingQueue<>();
        emulator.onAccepted(accepted::add);

        sendText(ANA, "buenas");

        AcceptedMessage heard = accepted.remove();
        assertEquals(ANA, heard.customer());
        assertEquals("2", heard.id());
        assertEquals(
                json("{'method':'sendMessage','chat_id':50760000001,'text':'buenas'}"),
                heard.body());
        assertNull(heard.callback());
        assertEquals(1, emulator.state().accepted());
    }

    @Test
    void theBotKnowsItself() {
        JsonNode me = call("getMe", "").result();

        assertEquals(emulator.settings().get("bot-id"), me.path("id").asText());
        assertTrue(me.path("username").asText().endsWith("bot"));
        assertTrue(secret("bot-token").matches(me.path("id").asText() + ":[A-Za-z0-9_-]{35}"));
        assertTrue(secret("webhook-secret").matches("[A-Za-z0-9_-]{1,256}"));
        assertEquals(emulator.baseUri().toString(), emulator.settings().get("api-url"));
        assertEquals("telegram", emulator.name());
        assertFalse(emulator.toString().contains(secret("bot-token")));
    }
}
