package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Meta demands of a new template's parts.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components
 */
final class TemplatePartRules {
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_BUTTON = 25;
    private static final int MOST_BUTTONS = 10;
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    /** At either end, punctuation does not count as text. */
    private static final Pattern AT_AN_END =
            Pattern.compile("^[\\s\\p{Punct}¡¿]*\\{\\{[^{}]*}}|\\{\\{[^{}]*}}[\\s\\p{Punct}]*$");

    private TemplatePartRules() {}

    static Optional<GraphError> bodyBroken(JsonNode template) {
        return TemplateText.part(template.path("components"), "body")
                .map(part ->
                        lengthBroken(part, "BODY", LONGEST_BODY)
                                .or(() -> namesBroken(template, part, "BODY"))
                                .or(() -> endsBroken(part.path("text").asText()))
                                .or(() -> examplesBroken(template, part, "BODY", "body_text")))
                .orElseGet(() -> missing("component of type BODY is missing"));
    }

    static Optional<GraphError> headerBroken(JsonNode template) {
        return TemplateText.part(template.path("components"), "header")
                .filter(part -> part.path("format").asText("TEXT").equalsIgnoreCase("TEXT"))
                .flatMap(part ->
                        lengthBroken(part, "HEADER", LONGEST_LINE)
                                .or(() -> namesBroken(template, part, "HEADER"))
                                .or(() -> onlyOneVariable(part))
                                .or(() -> examplesBroken(template, part, "HEADER", "header_text")));
    }

    static Optional<GraphError> footerBroken(JsonNode template) {
        return TemplateText.part(template.path("components"), "footer")
                .flatMap(part ->
                        lengthBroken(part, "FOOTER", LONGEST_LINE)
                                .or(() ->
                                        variables(part).isEmpty()
                                                ? Optional.empty()
                                                : format(2388073, "FOOTER")));
    }

    static Optional<GraphError> buttonsBroken(JsonNode template) {
        Optional<JsonNode> part = TemplateText.part(template.path("components"), "buttons");
        if (part.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> buttons = TemplateText.parts(part.get().path("buttons")).toList();
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return Optional.of(
                    GraphError.invalid(
                            "Invalid number of buttons: "
                                    + buttons.size()
                                    + ". Min: 1, Max: "
                                    + MOST_BUTTONS));
        }
        return buttons.stream()
                .filter(button -> TemplateText.type(button).equals("quick_reply"))
                .flatMap(button -> lengthBroken(button, "BUTTONS", LONGEST_BUTTON).stream())
                .findFirst();
    }

    private static Optional<GraphError> lengthBroken(JsonNode part, String type, int most) {
        String text = part.path("text").asText();
        if (text.isBlank()) {
            return missing("component of type " + type + " is missing expected field(s) (text)");
        }
        return text.codePointCount(0, text.length()) <= most
                ? Optional.empty()
                : Optional.of(
                        GraphError.template(
                                2388040,
                                "Character Limit Exceeded",
                                "The text of " + type + " exceeded the limit of " + most + "."));
    }

    /** Numbers from 1 without a gap, or plain names. */
    private static Optional<GraphError> namesBroken(JsonNode template, JsonNode part, String type) {
        List<String> names = variables(part);
        Set<String> numbers =
                IntStream.rangeClosed(1, names.size())
                        .mapToObj(Integer::toString)
                        .collect(HashSet::new, Set::add, Set::addAll);
        boolean good =
                isNamed(template)
                        ? names.stream().allMatch(name -> PLAIN.matcher(name).matches())
                        : numbers.equals(Set.copyOf(names));
        return good ? Optional.empty() : format(2388072, type);
    }

    private static Optional<GraphError> endsBroken(String text) {
        return AT_AN_END.matcher(text).find()
                ? Optional.of(
                        GraphError.template(
                                2388299,
                                "Leading or trailing params not allowed",
                                "Variables can't be at the start or end of the template."))
                : Optional.empty();
    }

    private static Optional<GraphError> onlyOneVariable(JsonNode part) {
        return variables(part).size() > 1 ? format(2388072, "HEADER") : Optional.empty();
    }

    private static Optional<GraphError> examplesBroken(
            JsonNode template, JsonNode part, String type, String field) {
        List<String> names = variables(part);
        JsonNode example = part.path("example");
        boolean good =
                isNamed(template)
                        ? named(example.path(field + "_named_params")).containsAll(names)
                        : inOrder(example.path(field)) >= names.size();
        return good
                ? Optional.empty()
                : missing("component of type " + type + " is missing expected field(s) (example)");
    }

    /** A list in a list; a plain list will do for one example, as a header has it. */
    private static int inOrder(JsonNode examples) {
        return examples.path(0).isArray() ? examples.path(0).size() : Math.min(1, examples.size());
    }

    private static Set<String> named(JsonNode examples) {
        Stream<JsonNode> filled =
                TemplateText.parts(examples).filter(e -> !e.path("example").asText().isBlank());
        return filled.map(e -> e.path("param_name").asText())
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    private static List<String> variables(JsonNode part) {
        return TemplateText.variables(part.path("text").asText());
    }

    private static boolean isNamed(JsonNode template) {
        String format = template.path("parameter_format").asText().toUpperCase(Locale.ROOT);
        return format.equals(Template.Format.NAMED.name());
    }

    private static Optional<GraphError> missing(String what) {
        return Optional.of(
                GraphError.template(
                        2388043,
                        "Message template \"components\" param is missing expected field(s)",
                        what));
    }

    private static Optional<GraphError> format(int subcode, String type) {
        return Optional.of(
                GraphError.template(
                        subcode,
                        "Format Is Incorrect",
                        "The variables of " + type + " are not as they must be."));
    }
}
