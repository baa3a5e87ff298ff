package io.conserje.local.emulator.meta;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesTest extends MetaEmulatorTest {
    static final String WELCOME =
            """
            {"name":"welcome","language":"es","category":"utility","parameter_format":"named",
             "components":[
              {"type":"header","format":"text","text":"Clínica Sol"},
              {"type":"body","text":"Hola, {{name}}: le esperamos el {{day}} sin falta.","example":{
               "body_text_named_params":[{"param_name":"name","example":"Ana"},
                                         {"param_name":"day","example":"lunes"}]}},
              {"type":"footer","text":"Responda BAJA para no recibir más"},
              {"type":"buttons","buttons":[{"type":"quick_reply","text":"Confirmar"}]}]}
            """;

    @Test
    void aNewTemplateIsPendingAndIsApprovedRightAfter() {
        Answer created = createTemplate(WELCOME);

        assertEquals(200, created.status(), () -> created.body().toString());
        assertEquals("PENDING", created.body().path("status").asText());
        assertEquals("UTILITY", created.body().path("category").asText());
        JsonNode value = news();
        assertEquals("APPROVED", value.path("event").asText());
        assertEquals(
                created.body().path("id").asText(), value.path("message_template_id").asText());
        assertTrue(value.path("message_template_id").isNumber());
        assertEquals("welcome", value.path("message_template_name").asText());
        assertEquals("es", value.path("message_template_language").asText());
        assertEquals("NONE", value.path("reason").asText());
        assertEquals("UTILITY", value.path("message_template_category").asText());
        assertEquals("APPROVED", list("?name=welcome").at("/data/0/status").asText());
    }

    @Test
    void theNewsOfATemplateComesInAnEnvelopeOfTheAccount() {
        createTemplate(WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));

        JsonNode body = system.received().getFirst().body();
        assertEquals("whatsapp_business_account", body.path("object").asText());
        assertTrue(body.at("/entry/0/time").isNumber());
        assertEquals(
                "message_template_status_update", body.at("/entry/0/changes/0/field").asText());
    }

    @Test
    void aNameThatAsksForItIsRejected() {
        createTemplate(WELCOME.replace("welcome", "welcome_rejected"));

        JsonNode value = news();
        assertEquals("REJECTED", value.path("event").asText());
        assertEquals("INVALID_FORMAT", value.path("reason").asText());
        assertTrue(value.at("/rejection_info/recommendation").isTextual());
        assertEquals("INVALID_FORMAT", list("").at("/data/0/rejected_reason").asText());
    }

    @Test
    void aTemplateThatExistsInThatLanguageIsNotCreatedAgain() {
        createTemplate(WELCOME);

        Answer again = createTemplate(WELCOME);

        assertEquals(400, again.status());
        assertEquals(100, again.code());
        JsonNode error = again.body().path("error");
        assertEquals(2388024, error.path("error_subcode").asInt());
        assertEquals(
                "Content in This Language Already Exists", error.path("error_user_title").asText());
        assertTrue(error.path("error_user_msg").asText().contains("Spanish"));
        assertEquals(200, createTemplate(WELCOME.replace("\"es\"", "\"pt_BR\"")).status());
    }

    @Test
    void theListTellsAllOfATemplateOrWhatItIsAskedFor() {
        createTemplate(WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));

        JsonNode all = list("").at("/data/0");
        assertEquals(
                List.of(
                        "name",
                        "parameter_format",
                        "components",
                        "language",
                        "status",
                        "category",
                        "id"),
                all.propertyStream().map(field -> field.getKey()).toList());
        assertEquals("NAMED", all.path("parameter_format").asText());
        assertEquals("Clínica Sol", all.at("/components/0/text").asText());

        JsonNode some = list("?fields=name,status,rejected_reason").at("/data/0");
        assertEquals(
                List.of("name", "status", "id", "rejected_reason"),
                some.propertyStream().map(field -> field.getKey()).toList());
        assertEquals("NONE", some.path("rejected_reason").asText());
    }

    @Test
    void aLongListComesInPages() {
        for (int i = 0; i < 5; i++) {
            createTemplate(WELCOME.replace("welcome", "welcome_" + i));
        }

        JsonNode first = list("?fields=name&limit=2");
        JsonNode second = follow(first.at("/paging/next").asText());
        JsonNode third = follow(second.at("/paging/next").asText());

        assertEquals(List.of("welcome_0", "welcome_1"), first.findValuesAsText("name"));
        assertEquals(List.of("welcome_2", "welcome_3"), second.findValuesAsText("name"));
        assertEquals(List.of("welcome_4"), third.findValuesAsText("name"));
        assertTrue(third.at("/paging/next").isMissingNode());
        assertTrue(third.at("/paging/cursors/before").isTextual());
        assertFalse(first.toString().contains(token()));
        assertEquals(0, list("?name=other").path("data").size());
        assertEquals(100, graph("GET", templates() + "?after=x", token(), "").code());
        assertEquals(100, graph("GET", templates() + "?limit=none", token(), "").code());
    }

    @Test
    void aTemplateIsDeletedInAllItsLanguagesOrInOne() {
        String id = createTemplate(WELCOME).body().path("id").asText();
        createTemplate(WELCOME.replace("\"es\"", "\"en\""));
        createTemplate(WELCOME.replace("\"es\"", "\"fr\""));

        assertEquals(200, delete("?name=welcome&hsm_id=" + id).status());
        assertEquals(List.of("en", "fr"), list("").findValuesAsText("language"));
        assertTrue(delete("?name=welcome").body().path("success").asBoolean());
        assertEquals(0, list("").path("data").size());
        assertEquals(2593002, delete("?name=welcome").body().at("/error/error_subcode").asInt());
        assertEquals(100, delete("").code());
    }

    @Test
    void anotherAccountHasNoTemplatesHere() {
        String others = "/v23.0/4711/message_templates";

        assertEquals(100, graph("GET", others, token(), "").code());
        assertEquals(100, graph("POST", others, token(), WELCOME).code());
        assertEquals(100, graph("DELETE", others + "?name=welcome", token(), "").code());
    }

    @Test
    void aTemplateCanBePausedLaterAndTheSystemHearsOfIt() {
        createTemplate(WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));

        emulator.template("welcome", "es", TemplateStatus.PAUSED);

        JsonNode value = news();
        assertEquals("PAUSED", value.path("event").asText());
        assertEquals("FIRST_PAUSE", value.at("/other_info/title").asText());
        emulator.template("welcome", "es", TemplateStatus.DISABLED);
        assertTrue(news().at("/disable_info/disable_date").isNumber());
        assertThrows(
                Refused.class, () -> emulator.template("welcome", "en", TemplateStatus.PAUSED));
    }

    @Test
    void templatesSurviveARestart() {
        createTemplate(WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));
        emulator.template("welcome", "es", TemplateStatus.PAUSED);
        assertTrue(emulator.awaitQuiet(SOON));
        JsonNode before = list("").path("data");

        restart(options -> options.withWebhook(system.webhook()));

        assertEquals(before, list("").path("data"));
        assertEquals("PAUSED", before.at("/0/status").asText());
    }

    @Test
    void aReviewThatDidNotHappenHappensAfterARestart() throws IOException {
        createTemplate(WELCOME);
        assertTrue(emulator.awaitQuiet(SOON));
        emulator.close();
        Path file = folder.resolve("clinic/templates.json");
        Files.writeString(file, Files.readString(file).replace("APPROVED", "PENDING"));
        system.forget();

        restart(options -> options.withWebhook(system.webhook()));

        assertEquals("APPROVED", news().path("event").asText());
        assertEquals("APPROVED", list("").at("/data/0/status").asText());
    }

    @Test
    void newsThatNobodyTookComeAgainAfterARestart() {
        system.answer = webhook -> 500;
        createTemplate(WELCOME);
        await().atMost(SOON).until(() -> !system.received().isEmpty());
        emulator.close();
        system.answer = webhook -> 200;
        system.forget();

        restart(options -> options.withWebhook(system.webhook()));

        assertEquals("APPROVED", news().path("event").asText());
    }

    @Test
    void twoTemplatesNeverShareAnId() {
        String first = createTemplate(WELCOME).body().path("id").asText();
        delete("?name=welcome");

        assertNotEquals(first, createTemplate(WELCOME).body().path("id").asText());
    }

    private JsonNode news() {
        assertTrue(emulator.awaitQuiet(SOON));
        return system.received().getLast().body().at("/entry/0/changes/0/value");
    }

    private JsonNode list(String query) {
        return graph("GET", templates() + query, token(), "").body();
    }

    private JsonNode follow(String next) {
        URI uri = URI.create(next);
        return graph("GET", uri.getPath() + "?" + uri.getRawQuery(), token(), "").body();
    }

    private Answer delete(String query) {
        return graph("DELETE", templates() + query, token(), "");
    }
}
