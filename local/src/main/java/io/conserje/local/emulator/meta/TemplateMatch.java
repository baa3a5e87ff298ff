package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a message fits the template that it sends.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
final class TemplateMatch {
    private static final int LONGEST_BODY = 1024;
    private static final Pattern ODD_SPACE = Pattern.compile("[\n\r\t]| {5}");

    private final Templates templates;

    TemplateMatch(Templates templates) {
        this.templates = templates;
    }

    Optional<GraphError> broken(JsonNode body) {
        if (!StatusPlan.isTemplate(body)) {
            return Optional.empty();
        }
        JsonNode sent = body.path("template");
        return templates
                .sentBy(body)
                .map(template -> broken(template, sent))
                .orElseGet(() -> unknown(sent));
    }

    private static Optional<GraphError> broken(Template template, JsonNode sent) {
        return switch (template.status()) {
            case PENDING, REJECTED -> unknown(sent);
            case PAUSED -> unusable(132015, "Template is Paused");
            case DISABLED -> unusable(132016, "Template is Disabled");
            case APPROVED ->
                    parametersBroken(template, sent, "header")
                            .or(() -> parametersBroken(template, sent, "body"))
                            .or(() -> filledIsTooLong(template, sent))
                            .or(() -> buttonIsMissing(template, sent));
        };
    }

    private static Optional<GraphError> unknown(JsonNode sent) {
        return Optional.of(
                GraphError.ofMessage(
                        404,
                        132001,
                        "Template name does not exist in the translation",
                        "template name ("
                                + sent.path("name").asText()
                                + ") does not exist in "
                                + sent.at("/language/code").asText()));
    }

    private static Optional<GraphError> unusable(int code, String title) {
        return Optional.of(
                GraphError.ofMessage(400, code, title, title + " because of its low quality."));
    }

    private static Optional<GraphError> parametersBroken(
            Template template, JsonNode sent, String part) {
        if (part.equals("header") && template.text(part).isEmpty()) {
            return Optional.empty(); // a picture's header, which is not looked into
        }
        JsonNode given =
                TemplateText.part(sent.path("components"), part).orElse(MissingNode.getInstance());
        List<String> names = TemplateText.variables(template.text(part));
        Map<String, String> values = TemplateText.values(given);
        int count = given.path("parameters").size();
        if (count != names.size()) {
            return Optional.of(wrongNumber(part, count, names.size()));
        }
        if (!values.keySet().equals(Set.copyOf(names))) {
            return Optional.of(wrongFormat(part, template.format()));
        }
        return values.values().stream().flatMap(value -> valueBroken(value).stream()).findFirst();
    }

    private static GraphError wrongNumber(String part, int count, int expected) {
        return GraphError.ofMessage(
                400,
                132000,
                "Number of parameters does not match the expected number of params",
                part
                        + ": number of localizable_params ("
                        + count
                        + ") does not match the expected number of params ("
                        + expected
                        + ")");
    }

    private static GraphError wrongFormat(String part, Template.Format format) {
        return GraphError.ofMessage(
                400,
                132012,
                "Parameter format does not match format in the created template",
                part + ": the parameters' names are not those of the template, which is " + format);
    }

    private static Optional<GraphError> valueBroken(String value) {
        if (value.isEmpty()) {
            return Optional.of(
                    GraphError.ofMessage(
                            400,
                            131008,
                            "Required parameter is missing",
                            "Parameter of type text is missing text value"));
        }
        return ODD_SPACE.matcher(value).find()
                ? Optional.of(
                        GraphError.ofMessage(
                                400,
                                132018,
                                "There was an error with the template's parameters",
                                "Param text cannot have new-line/tab characters or more than 4"
                                        + " consecutive spaces"))
                : Optional.empty();
    }

    private static Optional<GraphError> filledIsTooLong(Template template, JsonNode sent) {
        String text = template.filled("body", sent);
        return text.codePointCount(0, text.length()) <= LONGEST_BODY
                ? Optional.empty()
                : Optional.of(
                        GraphError.ofMessage(
                                400,
                                132005,
                                "Template Hydrated Text Too Long",
                                "The translated text is too long: body"));
    }

    private static Optional<GraphError> buttonIsMissing(Template template, JsonNode sent) {
        List<JsonNode> buttons = template.buttons();
        return TemplateText.parts(sent.path("components"))
                .filter(part -> TemplateText.type(part).equals("button"))
                .map(part -> part.path("index").asInt(-1))
                .filter(index -> index < 0 || index >= buttons.size())
                .findFirst()
                .map(index ->
                        GraphError.ofMessage(
                                400,
                                132018,
                                "There was an error with the template's parameters",
                                "Button at index " + index + " does not exist in the template"));
    }
}
