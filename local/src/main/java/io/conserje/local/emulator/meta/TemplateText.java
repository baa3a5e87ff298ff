package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The parts of a template, and the variables in their texts: {@code {{1}}} or {@code {{day}}}. */
final class TemplateText {
    static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");

    private TemplateText() {}

    /** Both a template and a message that sends it list their parts by type, in any case. */
    static Optional<JsonNode> part(JsonNode components, String type) {
        return parts(components)
                .filter(part -> type(part).equals(type.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Stream<JsonNode> parts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String type(JsonNode part) {
        return part.path("type").asText().toLowerCase(Locale.ROOT);
    }

    /** Each once, in the order in which they come first. */
    static List<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(TemplateText::name).distinct().toList();
    }

    static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.getOrDefault(name(found), found.group())));
    }

    /** What the part of a message gives each variable; by its place where it names none. */
    static Map<String, String> values(JsonNode sentPart) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode parameter : sentPart.path("parameters")) {
            String place = Integer.toString(values.size() + 1);
            values.put(parameter.path("parameter_name").asText(place), value(parameter));
        }
        return values;
    }

    /** Amounts and dates are shown by their fallback here. */
    private static String value(JsonNode parameter) {
        String fallback = parameter.path(type(parameter)).path("fallback_value").asText();
        return parameter.path("text").asText(fallback);
    }

    private static String name(MatchResult found) {
        return found.group(1).strip();
    }
}
