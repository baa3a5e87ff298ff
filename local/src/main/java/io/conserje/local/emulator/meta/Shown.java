package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a message that the business sends looks on the telephone. */
final class Shown {
    private Shown() {}

    static PhoneLine line(JsonNode body, String id, Instant at) {
        String type = MessageRules.type(body);
        String kind = type.equals("interactive") ? body.at("/interactive/type").asText() : type;
        return PhoneLine.written(Direction.BUSINESS, at, kind, text(type, body.path(type)), id)
                .withOptions(options(type, body.path(type)));
    }

    private static String text(String type, JsonNode part) {
        return switch (type) {
            case "text" -> part.path("body").asText();
            case "interactive" -> part.at("/body/text").asText();
            case "template" -> template(part);
            case "reaction" -> part.path("emoji").asText();
            case "location" ->
                    part.path("latitude").asText() + ", " + part.path("longitude").asText();
            case "contacts" ->
                    stream(part)
                            .map(contact -> contact.at("/name/formatted_name").asText())
                            .collect(Collectors.joining(", "));
            default -> part.path("caption").asText();
        };
    }

    /** Its name and its parameters: only Meta and the business know the words between them. */
    private static String template(JsonNode template) {
        String parameters =
                stream(template.path("components"))
                        .filter(c -> !c.path("type").asText().equalsIgnoreCase("button"))
                        .flatMap(c -> stream(c.path("parameters")))
                        .map(p -> p.path("text").asText())
                        .collect(Collectors.joining(", "));
        return ("[" + template.path("name").asText() + "] " + parameters).strip();
    }

    private static List<Option> options(String type, JsonNode part) {
        List<Option> options = new ArrayList<>();
        switch (type) {
            case "interactive" -> {
                part.at("/action/buttons").forEach(b -> options.add(option(b.path("reply"))));
                part.at("/action/sections")
                        .forEach(s -> s.path("rows").forEach(row -> options.add(option(row))));
            }
            case "template" ->
                    stream(part.path("components"))
                            .filter(c -> c.path("sub_type").asText().equals("quick_reply"))
                            .map(c -> c.at("/parameters/0/payload").asText())
                            .forEach(payload -> options.add(new Option(payload, payload, null)));
            default -> {}
        }
        return options;
    }

    private static Option option(JsonNode reply) {
        return new Option(
                reply.path("id").asText(),
                reply.path("title").asText(),
                reply.path("description").textValue());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
