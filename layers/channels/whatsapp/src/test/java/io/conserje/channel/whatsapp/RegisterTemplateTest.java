package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.channel.Templates;
import io.conserje.channel.Templates.Taken;
import io.conserje.model.Template;
import io.conserje.model.Template.Category;
import io.conserje.model.Template.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTemplateTest {
    private static final Template REMINDER =
            new Template(
                    "recordatorio",
                    "es",
                    Category.UTILITY,
                    "Hola {{nombre}}, le esperamos {{dia}}. ¿Viene, {{nombre}}?",
                    List.of("Sí", "No"),
                    Status.PENDING,
                    Optional.empty());
    private static final String EXISTS =
            "{'error':{'message':'Invalid parameter','code':100,'error_subcode':2388024,"
                    + "'error_user_title':'Content in This Language Already Exists'}}";

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
    void metaIsAskedWithAnExampleForEachVariable() {
        graph.answers(200, "{'id':'1','status':'PENDING','category':'UTILITY'}");

        assertEquals(new Taken(REMINDER), register(REMINDER));
        Graph.Call call = Desk.only(graph.calls);
        assertEquals("POST", call.method());
        assertEquals("/v24.0/" + Graph.BUSINESS + "/message_templates", call.path());
        assertEquals(
                Graph.read(
                        Desk.json(
                                "{'name':'recordatorio','language':'es','category':'UTILITY',"
                                        + "'parameter_format':'NAMED','components':[{'type':'BODY','text':"
                                        + "'Hola {{nombre}}, le esperamos {{dia}}. ¿Viene, {{nombre}}?',"
                                        + "'example':{'body_text_named_params':["
                                        + "{'param_name':'nombre','example':'nombre'},"
                                        + "{'param_name':'dia','example':'dia'}]}},"
                                        + "{'type':'BUTTONS','buttons':["
                                        + "{'type':'QUICK_REPLY','text':'Sí'},"
                                        + "{'type':'QUICK_REPLY','text':'No'}]}]}")),
                call.body());
    }

    @Test
    void aBodyAloneIsJustThat() {
        register(
                new Template(
                        "aviso",
                        "en_US",
                        Category.MARKETING,
                        "We are open",
                        List.of(),
                        Status.PENDING,
                        Optional.empty()));

        assertEquals(
                Graph.read(Desk.json("[{'type':'BODY','text':'We are open'}]")),
                Desk.only(graph.calls).body().path("components"));
    }

    @Test
    void metaMayApproveAtOnceAndPutItIntoAnotherCategory() {
        graph.answers(200, "{'id':'1','status':'APPROVED','category':'MARKETING'}");

        Template taken = assertInstanceOf(Taken.class, register(REMINDER)).template();

        assertEquals(Status.APPROVED, taken.status());
        assertEquals(Category.MARKETING, taken.category());
        assertEquals(REMINDER.body(), taken.body());
    }

    @Test
    void oneThatIsThereAlreadyIsTakenAsTheListHasIt() {
        graph.answers(400, EXISTS);
        graph.answersAt(
                "&limit=100",
                200,
                "{'data':["
                        + listed("recordatorio", "en")
                        + ","
                        + listed("otra", "es")
                        + ","
                        + listed("recordatorio", "es")
                        + "]}");

        Template taken = assertInstanceOf(Taken.class, register(REMINDER)).template();

        assertEquals("recordatorio", taken.name());
        assertEquals("es", taken.language());
        assertEquals(Status.APPROVED, taken.status());
        assertEquals("De antes", taken.body());
    }

    @Test
    void oneThatIsThereAlreadyIsPendingWhereTheListDoesNotTell() {
        graph.answers(400, EXISTS);
        graph.answersAt("&limit=100", 500, "");

        assertEquals(new Taken(REMINDER), register(REMINDER));
    }

    @Test
    void aRefusalSaysWhatMetaSays() {
        graph.answers(
                400,
                "{'error':{'message':'Invalid parameter','code':100,'error_subcode':2388072,"
                        + "'error_user_title':'Too many variables','error_user_msg':"
                        + "'Shorten the list of variables.'}}");

        assertEquals(
                new Templates.Refused("100 Invalid parameter: Shorten the list of variables."),
                register(REMINDER));
    }

    @Test
    void aLimitOrSilenceIsNotNow() {
        graph.answers(400, "{'error':{'message':'Too many calls','code':80007}}");
        assertEquals(
                new Templates.NotNow(Delay.QUOTA.usual(), "80007 Too many calls"),
                register(REMINDER));

        graph.answers(exchange -> exchange.close());
        assertInstanceOf(Templates.NotNow.class, register(REMINDER));
    }

    private Templates.Registered register(Template template) {
        return new WhatsAppChannel()
                .templates()
                .orElseThrow()
                .register(template, graph.account(), Desk.secrets("access-token", Desk.TOKEN));
    }

    private static String listed(String name, String language) {
        return "{'name':'"
                + name
                + "','language':'"
                + language
                + "','category':'UTILITY','status':'APPROVED','components':["
                + "{'type':'BODY','text':'De antes'}]}";
    }
}
