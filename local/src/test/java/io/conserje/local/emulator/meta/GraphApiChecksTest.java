package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphApiChecksTest extends MetaEmulatorTest {

    @Test
    void aWrongTokenIsRefused() {
        Answer answer = graph("POST", "/v23.0/" + phoneId() + "/messages", "EAAwrong", "{}");

        assertEquals(401, answer.status());
        assertEquals(190, answer.code());
        assertEquals("OAuthException", answer.body().at("/error/type").asText());
        assertFalse(answer.body().at("/error/fbtrace_id").asText().isEmpty());
    }

    @Test
    void anotherPhoneNumberIdIsAnObjectThatDoesNotExist() {
        Answer answer = graph("POST", "/v23.0/4711/messages", token(), "{}");

        assertEquals(400, answer.status());
        assertEquals(100, answer.code());
        assertEquals(33, answer.body().at("/error/error_subcode").asInt());
        assertTrue(answer.body().at("/error/message").asText().contains("'4711'"));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertEquals(2500, graph("POST", "/v23.0/x/y/z", token(), "{}").code());
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("refused")
    void whatMetaWouldRefuseIsRefused(String body, int code, String why) {
        Answer answer = send(body);

        assertEquals(400, answer.status(), body);
        assertEquals(code, answer.code(), () -> answer.body().toString());
        JsonNode error = answer.body().path("error");
        String said =
                error.path("message").asText() + " " + error.at("/error_data/details").asText();
        assertTrue(said.contains(why), said);
        assertTrue(emulator.phone().transcript(ANA).isEmpty());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                no("[]", 100, "not a JSON object"),
                no("{", 100, "not a JSON object"),
                no("{'to':'34600111222'}", 100, "messaging_product is required"),
                no("{'messaging_product':'sms','to':'1'}", 100, "messaging_product must be one of"),
                no("{'messaging_product':'whatsapp'}", 100, "The parameter to is required"),
                no(to("'type':'text'"), 100, "The parameter text is required"),
                no(to("'text':{}"), 100, "The parameter text['body'] is required"),
                no(text(4097), 100, "Param text['body'] must be at most 4096 characters long"),
                no(to("'type':'poem','poem':{}"), 100, "Unsupported message type: poem"),
                no(
                        "{'messaging_product':'whatsapp','to':'Ana','text':{'body':'x'}}",
                        131009,
                        "Ana"),
                no(buttons(1025, 1, "b", 5, 2), 131009, "Body text length invalid"),
                no(buttons(5, 1, "b", 0, 1), 131009, "Invalid number of buttons: 0"),
                no(buttons(5, 1, "b", 4, 1), 131009, "Invalid number of buttons: 4"),
                no(buttons(5, 21, "b", 1, 1), 131009, "Button title length invalid"),
                no(buttons(5, 0, "b", 1, 1), 100, "['reply']['title'] is required"),
                no(buttons(5, 5, "b".repeat(257), 1, 1), 131009, "Button id length invalid"),
                no(buttons(5, 5, "same", 2, 0), 131009, "Duplicated button id: same"),
                no(list(21, 1, 1, 5, "r", ""), 131009, "Button text length invalid"),
                no(list(5, 11, 1, 5, "r", ""), 131009, "Invalid number of sections: 11"),
                no(list(5, 3, 4, 5, "r", ""), 131009, "Invalid number of rows in all sections: 12"),
                no(list(5, 1, 1, 25, "r", ""), 131009, "Row title length invalid"),
                no(list(5, 1, 1, 5, "r".repeat(201), ""), 131009, "Row id length invalid"),
                no(list(5, 1, 1, 5, "r", "d".repeat(73)), 131009, "Row description length invalid"),
                no(
                        to("'type':'interactive','interactive':{'type':'wheel'}"),
                        100,
                        "must be one of"),
                no(to("'type':'template','template':{'name':'t'}"), 100, "['code'] is required"),
                no(to("'type':'template','template':{'language':{}}"), 100, "['name'] is required"),
                no(to("'type':'image','image':{'caption':'x'}"), 100, "either an id or a link"),
                no(to("'type':'image','image':{'id':'1','link':'https://x'}"), 100, "either an id"),
                no(to("'type':'audio','audio':{'id':'4711'}"), 131009, "Media ID 4711 is unknown"),
                no(to("'type':'video','video':{'link':'ftp://x'}"), 131009, "not a valid URI"),
                no(
                        to(
                                "'type':'image','image':{'link':'https://x','caption':'"
                                        + "c".repeat(1025)
                                        + "'}"),
                        100,
                        "at most 1024"),
                no(to("'type':'location','location':{'latitude':91,'longitude':1}"), 131009, "90"),
                no(to("'type':'location','location':{'latitude':9}"), 100, "['longitude']"),
                no(to("'type':'contacts','contacts':[]"), 100, "contacts[0] is required"),
                no(to("'type':'contacts','contacts':[{'name':{}}]"), 100, "['formatted_name']"),
                no(to("'type':'reaction','reaction':{'emoji':'x'}"), 100, "['message_id']"),
                no("{'messaging_product':'whatsapp','status':'read'}", 100, "message_id"),
                no(
                        "{'messaging_product':'whatsapp','status':'read','message_id':'wamid.x'}",
                        100,
                        "Unknown message: wamid.x"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatMetaWouldTakeIsTaken(String body, String kind, String text, int options) {
        approve("cita", "UTILITY", "Le esperamos, {{1}}, mañana.", "Sí", "No");
        Answer answer = send(body);

        assertEquals(200, answer.status(), () -> answer.body().toString());
        assertEquals("whatsapp", answer.body().path("messaging_product").asText());
        assertEquals(ANA, answer.body().at("/contacts/0/wa_id").asText());
        assertTrue(answer.wamid().startsWith("wamid."));
        var line = emulator.phone().transcript(ANA).getFirst();
        assertEquals(answer.wamid(), line.id());
        assertEquals(kind, line.kind());
        assertEquals(text, line.text());
        assertEquals(options, line.options().size());
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                yes(text(4096), "text", "x".repeat(4096), 0),
                yes(to("'text':{'body':'hola'}"), "text", "hola", 0),
                yes(buttons(1024, 20, "b".repeat(255), 3, 1), "button", "x".repeat(1024), 3),
                yes(list(20, 2, 5, 24, "r".repeat(190), "d".repeat(72)), "list", "x", 10),
                yes(
                        to(
                                "'type':'template','template':{'name':'cita','language':{'code':'es'},"
                                        + "'components':[{'type':'body','parameters':[{'type':'text',"
                                        + "'text':'Ana'}]},{'type':'button','sub_type':'quick_reply',"
                                        + "'index':'0','parameters':[{'type':'payload','payload':'si'}]}]}"),
                        "template",
                        "Le esperamos, Ana, mañana.",
                        2),
                yes(
                        to("'type':'image','image':{'link':'https://x/y.png','caption':'c'}"),
                        "image",
                        "c",
                        0),
                yes(to("'type':'audio','audio':{'link':'https://x/y.ogg'}"), "audio", "", 0),
                yes(
                        to("'type':'video','video':{'link':'https://x/y.mp4','caption':'c'}"),
                        "video",
                        "c",
                        0),
                yes(
                        to("'type':'document','document':{'link':'https://x','filename':'a.pdf'}"),
                        "document",
                        "a.pdf",
                        0),
                yes(to("'type':'sticker','sticker':{'link':'https://x/y.webp'}"), "sticker", "", 0),
                yes(
                        to(
                                "'type':'location','location':{'latitude':40.4,'longitude':-3.7,"
                                        + "'name':'Clínica','address':'Calle Mayor 1'}"),
                        "location",
                        "Clínica, Calle Mayor 1 (40.4, -3.7)",
                        0),
                yes(
                        to("'type':'location','location':{'latitude':'40.4','longitude':-3.7}"),
                        "location",
                        "40.4, -3.7",
                        0),
                yes(
                        to("'type':'contacts','contacts':[{'name':{'formatted_name':'Eva'}}]"),
                        "contacts",
                        "Eva",
                        0),
                yes(
                        to("'type':'reaction','reaction':{'message_id':'w','emoji':'+'}"),
                        "reaction",
                        "+",
                        0));
    }

    @Test
    void aPhoneNumberWinsOverAUserIdAndEitherWillDo() {
        String userId = MetaIds.userId(LUIS);
        String both = "{'messaging_product':'whatsapp','to':'+34 600 111 222','recipient':'%s'%s}";
        String one = "{'messaging_product':'whatsapp','recipient':'%s'%s}";

        Answer phone = send(quoted(both.formatted(userId, ",'text':{'body':'a'}")));
        Answer user = send(quoted(one.formatted(userId, ",'text':{'body':'b'}")));

        assertEquals("+34 600 111 222", phone.body().at("/contacts/0/input").asText());
        assertEquals(ANA, phone.body().at("/contacts/0/wa_id").asText());
        assertEquals("", user.body().at("/contacts/0/wa_id").asText());
        assertEquals(userId, user.body().at("/contacts/0/user_id").asText());
        assertEquals("b", emulator.phone().transcript(LUIS).getFirst().text());
    }

    private static Arguments no(String body, int code, String why) {
        return Arguments.of(quoted(body), code, why);
    }

    private static Arguments yes(String body, String kind, String text, int options) {
        return Arguments.of(quoted(body), kind, text, options);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static String to(String rest) {
        return "{'messaging_product':'whatsapp','to':'34600111222'," + rest + "}";
    }

    private static String text(int length) {
        return to("'type':'text','text':{'body':'" + "x".repeat(length) + "'}");
    }

    /** With a step of 0 the buttons share their id. */
    private static String buttons(int body, int title, String id, int count, int step) {
        String buttons =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                "{'type':'reply','reply':{'id':'%s','title':'%s'}}"
                                        .formatted(step == 0 ? id : id + i, "t".repeat(title)))
                        .collect(Collectors.joining(","));
        return to(
                "'type':'interactive','interactive':{'type':'button','body':{'text':'%s'},'action':{'buttons':[%s]}}"
                        .formatted("x".repeat(body), buttons));
    }

    private static String list(
            int button, int sections, int rows, int title, String id, String description) {
        String all =
                IntStream.range(0, sections)
                        .mapToObj(s -> section(s, rows, title, id, description))
                        .collect(Collectors.joining(","));
        return to(
                "'type':'interactive','interactive':{'type':'list','body':{'text':'x'},'action':{'button':'%s','sections':[%s]}}"
                        .formatted("b".repeat(button), all));
    }

    private static String section(int number, int rows, int title, String id, String description) {
        String all =
                IntStream.range(0, rows)
                        .mapToObj(i ->
                                "{'id':'%s','title':'%s','description':'%s'}"
                                        .formatted(
                                                id + number + "-" + i,
                                                "t".repeat(title),
                                                description))
                        .collect(Collectors.joining(","));
        return "{'title':'s%d','rows':[%s]}".formatted(number, all);
    }
}
