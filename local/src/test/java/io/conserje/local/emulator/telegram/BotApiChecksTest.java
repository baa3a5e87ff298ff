package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.conserje.local.emulator.Gesture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotApiChecksTest extends TelegramEmulatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/botwrong/getMe", "/bot1:A/sendMessage", "/file/bot1:A/photos/file_1"})
    void aWrongTokenIsUnauthorized(String path) {
        Answer answer = get(path);

        assertEquals(401, answer.status());
        assertEquals(
                json("{'ok':false,'error_code':401,'description':'Unauthorized'}"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendPoem", "", "getMe/again"})
    void anUnknownMethodIsNotFound(String method) {
        Answer answer = call(method, "{}");

        assertEquals(404, answer.status());
        assertEquals(
                json("{'ok':false,'error_code':404,'description':'Not Found'}"), answer.body());
        assertEquals(404, get("/elsewhere").status());
    }

    private Answer get(String path) {
        URI uri = URI.create(emulator.baseUri() + path);
        return exchange(HttpRequest.newBuilder(uri).build());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("refused")
    void whatTelegramWouldRefuseIsRefused(String method, String params, String description) {
        meet(ANA);

        Answer answer = call(method, params.replace("TO", "'chat_id':" + ANA));

        assertEquals("Bad Request: " + description, answer.description());
        assertEquals(400, answer.status());
        assertEquals(400, answer.body().path("error_code").asInt());
        assertFalse(answer.body().path("ok").asBoolean(true));
        assertEquals(1, emulator.phone().transcript(ANA).size());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                no("sendMessage", "{", "can't parse JSON object"),
                no("sendMessage", "[]", "can't parse JSON object: expected an object"),
                no("sendMessage", "{'text':'x'}", "chat_id is empty"),
                no("sendMessage", "{'chat_id':'@ana','text':'x'}", "chat not found"),
                no("sendMessage", "{'chat_id':4711,'text':'x'}", "chat not found"),
                no("sendMessage", "{TO}", "message text is empty"),
                no("sendMessage", "{TO,'text':''}", "message text is empty"),
                no("sendMessage", "{TO,'text':'  '}", "text must be non-empty"),
                no("sendMessage", text(4097), "message is too long"),
                no("sendMessage", "{TO,'text':'x','parse_mode':'RTF'}", "unsupported parse_mode"),
                no("sendMessage", reply("7"), "message to be replied not found"),
                no("sendMessage", markup("'{'"), "can't parse reply keyboard markup JSON object"),
                no("sendMessage", markup("[]"), "object expected as reply markup"),
                no(
                        "sendMessage",
                        markup("{'inline_keyboard':[{}]}"),
                        "field \"inline_keyboard\" must be an Array of Arrays of buttons"),
                no("sendMessage", data("x".repeat(65)), "BUTTON_DATA_INVALID"),
                no("sendMessage", data("ñ".repeat(33)), "BUTTON_DATA_INVALID"),
                no("sendMessage", data(""), "BUTTON_DATA_INVALID"),
                no("sendMessage", button("'text':'x','url':'nowhere'"), "BUTTON_URL_INVALID"),
                no(
                        "sendMessage",
                        button("'text':'x'"),
                        "can't parse inline keyboard button: Text buttons are unallowed in the"
                                + " inline keyboard"),
                no(
                        "sendMessage",
                        button("'callback_data':'x'"),
                        "can't parse inline keyboard button: Can't find field \"text\""),
                no("sendMessage", button("'text':'','callback_data':'x'"), "BUTTON_TEXT_INVALID"),
                no(
                        "sendMessage",
                        button("'text':'x','callback_data':'x','url':'https://x.org'"),
                        "can't parse inline keyboard button: A button can do only one thing"),
                no("sendMessage", buttons(101), "REPLY_MARKUP_TOO_LONG"),
                no("sendPhoto", "{TO}", "there is no photo in the request"),
                no("sendPhoto", "{TO,'photo':'AgAD'}", "wrong file identifier/HTTP URL specified"),
                no(
                        "sendVoice",
                        "{TO,'voice':'ftp://x.org/a'}",
                        "wrong file identifier/HTTP URL specified"),
                no(
                        "sendPhoto",
                        "{TO,'photo':'https://x.org/a.jpg','caption':'" + "c".repeat(1025) + "'}",
                        "message caption is too long"),
                no("sendLocation", "{TO,'latitude':1}", "longitude is empty"),
                no("sendLocation", "{TO,'latitude':91,'longitude':1}", "wrong latitude specified"),
                no("sendLocation", "{TO,'latitude':'x','longitude':1}", "wrong latitude specified"),
                no("sendVenue", "{TO,'latitude':1,'longitude':1,'title':'x'}", "address is empty"),
                no("sendContact", "{TO,'first_name':'x'}", "phone_number is empty"),
                no("sendContact", "{TO,'phone_number':'1'}", "first_name is empty"),
                no("sendChatAction", "{TO}", "wrong parameter action in request"),
                no(
                        "answerCallbackQuery",
                        "{'callback_query_id':'7'}",
                        "query is too old and response timeout expired or query ID is invalid"),
                no("setMessageReaction", "{TO,'message_id':9}", "message to react not found"),
                no(
                        "setMessageReaction",
                        reaction("{'type':'emoji','emoji':'✅'}"),
                        "REACTION_INVALID"),
                no("setMessageReaction", reaction("{},{}"), "REACTIONS_TOO_MANY"),
                no("editMessageText", "{TO,'text':'x'}", "message to edit not found"),
                no("editMessageText", "{TO,'message_id':1,'text':'x'}", "message can't be edited"),
                no("deleteMessage", "{TO,'message_id':9}", "message to delete not found"),
                no("getFile", "{}", "file_id not specified"),
                no("getFile", "{'file_id':'AgAD'}", "invalid file_id"));
    }

    @Test
    void whoNeverWroteHasNoChat() {
        assertEquals("Bad Request: chat not found", sendText(ANA, "hola").description());
        assertEquals(0, emulator.state().accepted());
    }

    @Test
    void whoBlockedTheBotIsForbidden() {
        meet(ANA);
        emulator.phone().act(ANA, new Gesture.Block(true));

        Answer answer = sendText(ANA, "hola");

        assertEquals(403, answer.status());
        assertEquals("Forbidden: bot was blocked by the user", answer.description());
        emulator.phone().act(ANA, new Gesture.Block(false));
        assertEquals(200, sendText(ANA, "hola").status());
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        meet(ANA);
        byte[] large = new byte[10 * 1024 * 1024 + 1];

        Answer photo = upload("sendPhoto", "photo", large, "image/jpeg");

        assertEquals(413, photo.status());
        assertEquals("Request Entity Too Large", photo.description());
        assertEquals(200, upload("sendDocument", "document", large, "application/pdf").status());
        byte[] larger = new byte[50 * 1024 * 1024 + 1];
        assertEquals(413, upload("sendDocument", "document", larger, "application/pdf").status());
        assertEquals("Bad Request: file must be non-empty", empty().description());
    }

    private Answer empty() {
        return upload("sendPhoto", "photo", new byte[0], "image/jpeg");
    }

    private static Arguments no(String method, String params, String description) {
        return Arguments.of(method, params, description);
    }

    private static String text(int length) {
        return "{TO,'text':'" + "ñ".repeat(length) + "'}";
    }

    private static String reply(String id) {
        return "{TO,'text':'x','reply_parameters':{'message_id':" + id + "}}";
    }

    private static String markup(String markup) {
        return "{TO,'text':'x','reply_markup':" + markup + "}";
    }

    private static String button(String fields) {
        return markup("{'inline_keyboard':[[{" + fields + "}]]}");
    }

    private static String data(String data) {
        return button("'text':'x','callback_data':'" + data + "'");
    }

    private static String buttons(int count) {
        String row =
                IntStream.range(0, count)
                        .mapToObj(i -> "{'text':'x','callback_data':'" + i + "'}")
                        .collect(Collectors.joining(","));
        return markup("{'inline_keyboard':[[" + row + "]]}");
    }

    private static String reaction(String types) {
        return "{TO,'message_id':1,'reaction':[" + types + "]}";
    }
}
