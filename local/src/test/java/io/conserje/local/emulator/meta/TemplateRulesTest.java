package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | | The parameter name is required",
                "name | Mi Cita | Param name must be",
                "language | | language is required",
                "language | Spanish | Param language must be",
                "category | | category is required",
                "category | PROMOTION | category must be one of",
                "parameter_format | BOTH | parameter_format must be one of"
            })
    void itsFieldsMustBeWhatTheyAre(String field, String value, String why) {
        ObjectNode template = template("Le esperamos mañana.");
        template.put(field, value);

        GraphError error = broken(template);

        assertEquals(100, error.code());
        String said = error.message() + " " + error.details();
        assertTrue(said.contains(why), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le esperamos mañana.",
                "Hola, {{1}}: le esperamos.",
                "Hola, {{1}}: el {{2}} le esperamos, {{1}}, sin falta."
            })
    void aBodyMayHaveVariablesWithExamples(String text) {
        assertTrue(TemplateRules.broken(template(text, "Ana", "lunes")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2388043",
                "Hola, {{1}} y {{2}}, les esperamos. | 2388043",
                "Hola, {{2}}: le esperamos. | 2388072",
                "Hola, {{name}}: le esperamos. | 2388072",
                "{{1}}: le esperamos. | 2388299",
                "¡{{1}}, le esperamos! | 2388299",
                "Le esperamos, {{1}}. | 2388299"
            })
    void aBodyThatMetaWouldRefuseIsRefused(String text, int subcode) {
        assertEquals(subcode, broken(template(text, "Ana")).subcode());
    }

    @Test
    void aBodyHas1024CharactersAtMost() {
        assertTrue(TemplateRules.broken(template("x".repeat(1024))).isEmpty());
        assertEquals(2388040, broken(template("x".repeat(1025))).subcode());
    }

    @Test
    void aNamedVariableNeedsAnExampleOfItsName() {
        ObjectNode template = template("Hola, {{name}}: le esperamos.");
        template.put("parameter_format", "NAMED");
        assertEquals(2388043, broken(template).subcode());

        ((ObjectNode) template.at("/components/0"))
                .putObject("example")
                .putArray("body_text_named_params")
                .addObject()
                .put("param_name", "name")
                .put("example", "Ana");
        assertTrue(TemplateRules.broken(template).isEmpty());
    }

    @Test
    void examplesInOrderAreAListInAList() {
        ObjectNode template = template("De {{1}} a {{2}} le esperamos.");
        ObjectNode example = ((ObjectNode) template.at("/components/0")).putObject("example");
        example.putArray("body_text").add("nueve").add("diez");

        assertEquals(2388043, broken(template).subcode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clínica Sol | true",
                "Clínica de {{1}} | true",
                "{{1}} y {{2}} | false",
                "Una clínica cuyo nombre no cabe en una línea de sesenta letras | false"
            })
    void aHeaderIsALineWithOneVariableAtMost(String text, boolean good) {
        ObjectNode template = template("Le esperamos.");
        ObjectNode header = part(template, "HEADER").put("format", "TEXT").put("text", text);
        header.putObject("example").putArray("header_text").add("Ana");

        assertEquals(good, TemplateRules.broken(template).isEmpty());
    }

    @Test
    void aPictureInAHeaderIsTakenAsItIs() {
        ObjectNode template = template("Le esperamos.");
        part(template, "HEADER").put("format", "IMAGE");

        assertTrue(TemplateRules.broken(template).isEmpty());
    }

    @Test
    void aFooterHasNoVariables() {
        ObjectNode template = template("Le esperamos.");
        part(template, "FOOTER").put("text", "Clínica {{1}}");

        assertEquals(2388073, broken(template).subcode());
    }

    @Test
    void thereAreTenButtonsAtMostOf25Characters() {
        assertTrue(TemplateRules.broken(withButtons(10, 25)).isEmpty());
        assertEquals(100, broken(withButtons(11, 25)).code());
        assertEquals(100, broken(withButtons(0, 25)).code());
        assertEquals(2388040, broken(withButtons(1, 26)).subcode());
        assertEquals(2388043, broken(withButtons(1, 0)).subcode());
    }

    @Test
    void partsAreKnownAndComeOnce() {
        ObjectNode template = template("Le esperamos.");
        ObjectNode unknown = template.deepCopy();
        part(unknown, "SIDEBAR");
        ObjectNode twice = template.deepCopy();
        part(twice, "BODY").put("text", "Otra vez.");
        ObjectNode none = template.deepCopy();
        none.putArray("components");
        ObjectNode noBody = template.deepCopy();
        ((ObjectNode) noBody.at("/components/0")).put("type", "FOOTER");

        for (JsonNode bad : List.of(unknown, twice, none, noBody)) {
            assertEquals(100, broken(bad).code(), bad::toString);
        }
    }

    private static GraphError broken(JsonNode template) {
        Optional<GraphError> error = TemplateRules.broken(template);
        return error.orElseThrow(() -> new AssertionError("was taken: " + template));
    }

    private static ObjectNode withButtons(int count, int length) {
        ObjectNode template = template("Le esperamos.");
        ArrayNode buttons = part(template, "BUTTONS").putArray("buttons");
        for (int i = 0; i < count; i++) {
            buttons.addObject().put("type", "QUICK_REPLY").put("text", "x".repeat(length));
        }
        return template;
    }

    private static ObjectNode part(ObjectNode template, String type) {
        return template.withArray("components").addObject().put("type", type);
    }

    private static ObjectNode template(String body, String... examples) {
        ObjectNode template = EmulatorJson.MAPPER.createObjectNode();
        template.put("name", "cita").put("language", "es_ES").put("category", "UTILITY");
        ObjectNode part = part(template, "BODY").put("text", body);
        if (examples.length > 0) {
            ArrayNode list = part.putObject("example").putArray("body_text").addArray();
            for (String example : examples) {
                list.add(example);
            }
        }
        return template;
    }
}
