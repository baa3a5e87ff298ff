package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMessagesTest extends MetaEmulatorTest {
    private static final String NAMED =
            "{'type':'text','parameter_name':'day','text':'lunes'},"
                    + "{'type':'text','parameter_name':'name','text':'Ana'}";

    @Test
    void theCustomerReadsTheFilledBodyAndMayTapItsReplies() {
        approve("cita", "UTILITY", "Hola, {{1}}: le esperamos el {{2}} sin falta.", "Sí", "No");

        Answer answer =
                send(
                        "cita",
                        "{'type':'body','parameters':[{'type':'text','text':'Ana'},"
                                + "{'type':'text','text':'$1 lunes'}]},"
                                + "{'type':'button','sub_type':'quick_reply','index':'0',"
                                + "'parameters':[{'type':'payload','payload':'confirm-7'}]}");

        assertEquals(200, answer.status(), () -> answer.body().toString());
        PhoneLine line = emulator.phone().transcript(ANA).getLast();
        assertEquals("template", line.kind());
        assertEquals("Hola, Ana: le esperamos el $1 lunes sin falta.", line.text());
        assertEquals(
                List.of(new Option("confirm-7", "Sí", null), new Option("No", "No", null)),
                line.options());
        emulator.phone().choose(ANA, "No");
        assertTrue(emulator.awaitQuiet(SOON));
        JsonNode button = system.messages().getLast().path("button");
        assertEquals("No", button.path("payload").asText());
        assertEquals("No", button.path("text").asText());
    }

    @Test
    void namedParametersAreFilledByNameInAnyOrder() {
        createTemplate(TemplatesTest.WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));

        assertEquals(200, send("welcome", body(NAMED)).status());

        assertEquals(
                "Hola, Ana: le esperamos el lunes sin falta.",
                emulator.phone().transcript(ANA).getLast().text());
    }

    @Test
    void whatItCostsIsOfItsCategory() {
        approve("oferta", "MARKETING", "Hoy la limpieza va a mitad de precio.");
        send("oferta", "");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("marketing", system.statuses().getFirst().at("/pricing/category").asText());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none at all | '' | 132000 | number of localizable_params (0)",
                "one of two | {'type':'text','text':'Ana'} | 132000 | expected number of params (2)",
                "without names | {'type':'text','text':'A'},{'type':'text','text':'B'} | 132012 | NAMED",
                "another name | {'type':'text','parameter_name':'x','text':'A'},"
                        + "{'type':'text','parameter_name':'day','text':'B'} | 132012 | body",
                "one that is empty | {'type':'text','parameter_name':'name'},"
                        + "{'type':'text','parameter_name':'day','text':'B'} | 131008 | missing text",
                "one of two lines | {'type':'text','parameter_name':'name','text':'A\\nB'},"
                        + "{'type':'text','parameter_name':'day','text':'B'} | 132018 | new-line"
            })
    void parametersThatDoNotFitAreRefused(String what, String parameters, int code, String why) {
        createTemplate(TemplatesTest.WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));

        Answer answer = send("welcome", body(parameters));

        assertEquals(400, answer.status(), what);
        assertEquals(code, answer.code(), () -> answer.body().toString());
        String details = answer.body().at("/error/error_data/details").asText();
        assertTrue(details.contains(why), details);
        assertTrue(emulator.phone().transcript(ANA).isEmpty());
    }

    @Test
    void aButtonThatTheTemplateHasNotIsRefused() {
        approve("cita", "UTILITY", "Le esperamos mañana.", "Sí");

        assertEquals(
                132018,
                send(
                                "cita",
                                "{'type':'button','sub_type':'quick_reply','index':1,"
                                        + "'parameters':[{'type':'payload','payload':'x'}]}")
                        .code());
    }

    @Test
    void whatIsTooLongWhenItIsFilledIsRefused() {
        approve("cita", "UTILITY", "x".repeat(1000) + " {{1}} y más.");

        assertEquals(
                132005,
                send("cita", body("{'type':'text','text':'" + "y".repeat(30) + "'}")).code());
    }

    @Test
    void aTemplateThatIsNoneOrNotInThatLanguageIsRefused() {
        approve("cita", "UTILITY", "Le esperamos mañana.");

        Answer unknown = send("visita", "");
        Answer otherLanguage = send("cita", "", "en");

        assertEquals(404, unknown.status());
        assertEquals(132001, unknown.code());
        assertEquals(
                "(#132001) Template name does not exist in the translation",
                unknown.body().at("/error/message").asText());
        assertEquals(132001, otherLanguage.code());
    }

    @ParameterizedTest
    @CsvSource({"PENDING, 132001", "REJECTED, 132001", "PAUSED, 132015", "DISABLED, 132016"})
    void onlyAnApprovedTemplateIsSent(TemplateStatus status, int code) {
        approve("cita", "UTILITY", "Le esperamos mañana.");
        emulator.template("cita", "es", status);

        assertEquals(code, send("cita", "").code());

        emulator.template("cita", "es", TemplateStatus.APPROVED);
        assertEquals(200, send("cita", "").status());
    }

    private static String body(String parameters) {
        return "{'type':'body','parameters':[" + parameters + "]}";
    }

    private Answer send(String template, String components) {
        return send(template, components, "es");
    }

    private Answer send(String template, String components, String language) {
        String json =
                "{'messaging_product':'whatsapp','to':'34600111222','type':'template','template':"
                        + "{'name':'%s','language':{'code':'%s'},'components':[%s]}}";
        return send(json.formatted(template, language, components).replace('\'', '"'));
    }
}
