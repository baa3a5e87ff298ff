package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message that Meta knows beforehand, in one language.
 *
 * @param id of digits
 * @param components as they were given at creation
 * @param reason why it was rejected, or {@code NONE}
 * @param changes how often its status changed
 */
record Template(
        String id,
        String name,
        String language,
        Category category,
        Format format,
        JsonNode components,
        TemplateStatus status,
        String reason,
        int changes) {

    static final String NO_REASON = "NONE";

    enum Category {
        UTILITY,
        MARKETING,
        AUTHENTICATION
    }

    /** How its variables are named. */
    enum Format {
        POSITIONAL,
        NAMED
    }

    Template becoming(TemplateStatus next, String why) {
        return new Template(
                id, name, language, category, format, components, next, why, changes + 1);
    }

    /** A part's text, its variables unfilled; empty when there is no such part. */
    String text(String part) {
        return TemplateText.part(components, part).map(p -> p.path("text").asText()).orElse("");
    }

    /** A part as the customer reads it. */
    String filled(String part, JsonNode sent) {
        Map<String, String> values =
                TemplateText.values(
                        TemplateText.part(sent.path("components"), part)
                                .orElse(MissingNode.getInstance()));
        return TemplateText.fill(text(part), values);
    }

    List<JsonNode> buttons() {
        return TemplateText.part(components, "buttons")
                .map(part -> TemplateText.parts(part.path("buttons")).toList())
                .orElse(List.of());
    }

    /** Its quick replies; one that was sent without a payload answers with its title. */
    List<Option> options(JsonNode sent) {
        List<JsonNode> buttons = buttons();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            if (TemplateText.type(buttons.get(i)).equals("quick_reply")) {
                String title = buttons.get(i).path("text").asText();
                options.add(new Option(payload(sent, i, title), title, null));
            }
        }
        return options;
    }

    private static String payload(JsonNode sent, int index, String otherwise) {
        return TemplateText.parts(sent.path("components"))
                .filter(part -> TemplateText.type(part).equals("button"))
                .filter(part -> part.path("index").asInt(-1) == index)
                .map(part -> part.at("/parameters/0/payload").asText())
                .filter(payload -> !payload.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** As the list of templates tells it. */
    ObjectNode json(ObjectNode into) {
        into.put("name", name).put("parameter_format", format.name());
        into.set("components", components);
        into.put("language", language).put("status", status.name());
        into.put("category", category.name()).put("id", id);
        return into.put("rejected_reason", reason);
    }
}
