package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Templates;
import io.conserje.model.Account;
import io.conserje.model.Template;
import io.conserje.model.Template.Category;
import io.conserje.model.Template.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTemplatesTest {
    private static final String BODY = "{'type':'BODY','text':'Hola {{nombre}}'}";

    private Graph graph;

    @BeforeEach
    void open() throws IOException {
        graph = new Graph();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void aBodyWithQuickReplies() {
        graph.answers(
                200,
                page(
                        template(
                                BODY
                                        + ",{'type':'BUTTONS','buttons':["
                                        + "{'type':'QUICK_REPLY','text':'Sí'},"
                                        + "{'type':'QUICK_REPLY','text':'No'}]}",
                                "'status':'REJECTED','rejected_reason':'INVALID_FORMAT'")));

        assertEquals(
                List.of(
                        new Template(
                                "recordatorio",
                                "es",
                                Category.UTILITY,
                                "Hola {{nombre}}",
                                List.of("Sí", "No"),
                                Status.REJECTED,
                                Optional.of("INVALID_FORMAT"))),
                all());
        Graph.Call call = Desk.only(graph.calls);
        assertEquals("GET", call.method());
        assertEquals(
                "/v24.0/"
                        + Graph.BUSINESS
                        + "/message_templates?fields=name,language,status,category,components,"
                        + "rejected_reason,parameter_format&limit=100",
                call.path());
        assertEquals("Bearer " + Desk.TOKEN, call.header("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, APPROVED",
        "PENDING, PENDING",
        "IN_APPEAL, PENDING",
        "REJECTED, REJECTED",
        "PAUSED, PAUSED",
        "DISABLED, DISABLED",
        "LIMIT_EXCEEDED, DISABLED",
        "PENDING_DELETION, DISABLED",
        "HOVERING, PENDING",
    })
    void eachWordIsAStatus(String word, Status status) {
        graph.answers(
                200, page(template(BODY, "'status':'" + word + "','rejected_reason':'NONE'")));

        Template only = Desk.only(all());
        assertEquals(status, only.status());
        assertEquals(Optional.empty(), only.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'FOOTER','text':'Clínica Sol'}",
                "{'type':'HEADER','format':'TEXT','text':'Su cita'}",
                "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sí'},"
                        + "{'type':'URL','text':'Web','url':'https://example.com'},"
                        + "{'type':'PHONE_NUMBER','text':'Llamar','phone_number':'1'}]}",
            })
    void whatNeedsNoValueOfItsOwnIsListed(String component) {
        graph.answers(200, page(template(BODY + "," + component, "'status':'APPROVED'")));

        assertEquals("Hola {{nombre}}", Desk.only(all()).body());
    }

    @Test
    void numberedVariablesAreListedByTheirNumbers() {
        graph.answers(
                200,
                page(template("{'type':'BODY','text':'{{1}}, {{2}}.'}", "'status':'APPROVED'")));

        assertEquals(List.of("1", "2"), Desk.only(all()).variables());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'HEADER','format':'TEXT','text':'Our {{1}} is on!'}",
                "{'type':'HEADER','format':'IMAGE'}",
                "{'type':'LIMITED_TIME_OFFER'}",
                "{'type':'CAROUSEL','cards':[]}",
                "{'type':'BUTTONS','buttons':[{'type':'URL','text':'a','url':'https://b/{{1}}'}]}",
                "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'250FF'}]}",
                "{'type':'BUTTONS','buttons':[{'type':'OTP','text':'a'}]}",
                "{'type':'BUTTONS','buttons':[{'type':'PHONE_NUMBER','text':'a'},"
                        + "{'type':'QUICK_REPLY','text':'b'}]}",
                "{'type':'HOLOGRAM'}",
                "7",
            })
    void whatNeedsMoreThanWeCanGiveIsLeftOut(String component) {
        graph.answers(200, page(template(BODY + "," + component, "'status':'APPROVED'")));

        assertEquals(List.of(), all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "{'name':'a','language':'es','category':'UTILITY','components':[]}",
                "{'name':'A B','language':'es','category':'UTILITY','components':[" + BODY + "]}",
                "{'name':'a','language':'?','category':'UTILITY','components':[" + BODY + "]}",
                "{'name':'a','language':'es','category':'POETRY','components':[" + BODY + "]}",
                "{'language':'es','category':'UTILITY','components':[" + BODY + "]}",
            })
    void whatWeCouldNotAskForIsLeftOut(String template) {
        graph.answers(200, page(template));

        assertEquals(List.of(), all());
    }

    @Test
    void everyPageIsRead() {
        String more =
                "{'data':["
                        + template(BODY, "'status':'APPROVED'")
                        + "],'paging':{'cursors':{'after':'Q+/='},'next':'http://evil.example/'}}";
        graph.answers(200, more);
        graph.answersAt("&after=Q%2B%2F%3D", 200, page(template(BODY, "'status':'PAUSED'")));

        assertEquals(
                List.of(Status.APPROVED, Status.PAUSED),
                all().stream().map(Template::status).toList());
        assertEquals(2, graph.calls.size());
    }

    @Test
    void aListWithoutAnEndIsGivenUp() {
        graph.answers(
                200,
                "{'data':[],'paging':{'cursors':{'after':'Q'},'next':'http://evil.example/'}}");

        assertInstanceOf(Templates.NotNow.class, list(graph.account()));
        assertEquals(100, graph.calls.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {}; 5",
                "500; {}; 5",
                "429; {}; 2",
                "400; {'error':{'message':'Too many calls','code':80007}}; 30",
                "400; {'error':{'message':'No such account','code':100}}; 60",
                "403; {'error':{'message':'No permission','code':200}}; 60",
            })
    void otherwiseNotNow(int status, String body, int seconds) {
        graph.answers(status, body);

        var later = assertInstanceOf(Templates.NotNow.class, list(graph.account()));

        assertEquals(Duration.ofSeconds(seconds), later.after());
    }

    @Test
    void anAccountWithoutItsBusinessIsTheCallersMistake() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> list(new Account(Desk.PROJECT, Desk.REF, Map.of())));

        assertTrue(String.valueOf(error.getMessage()).contains("business-account-id"));
    }

    private List<Template> all() {
        return assertInstanceOf(Templates.All.class, list(graph.account())).templates();
    }

    private static Templates.Listed list(Account account) {
        return new WhatsAppChannel()
                .templates()
                .orElseThrow()
                .list(account, Desk.secrets("access-token", Desk.TOKEN));
    }

    private static String page(String template) {
        return "{'data':[" + template + "],'paging':{'cursors':{'before':'A','after':'B'}}}";
    }

    private static String template(String components, String fields) {
        return "{'name':'recordatorio','language':'es','category':'UTILITY','components':["
                + components
                + "],"
                + fields
                + "}";
    }
}
