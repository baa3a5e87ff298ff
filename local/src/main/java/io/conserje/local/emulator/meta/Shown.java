package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a message that the business sends looks on the telephone. */
final class Shown {
    private Shown() {}

    /**
     * @param template the one that the message sends, if it does
     */
    static PhoneLine line(JsonNode body, Optional<Template> template, String id, Instant at) {
        String type = MessageRules.type(body);
        JsonNode part = body.path(type);
        String kind = type.equals("interactive") ? part.path("type").asText() : type;
        String text = template.map(t -> t.filled("body", part)).orElseGet(() -> text(type, part));
        List<Option> options = template.map(t -> t.options(part)).orElseGet(() -> options(part));
        return PhoneLine.written(Direction.BUSINESS, at, kind, text, id).withOptions(options);
    }

    private static String text(String type, JsonNode part) {
        return switch (type) {
            case "text" -> part.path("body").asText();
            case "interactive" -> part.at("/body/text").asText();
            case "reaction" -> part.path("emoji").asText();
            case "location" -> place(part);
            case "document" -> part.path("caption").asText(part.path("filename").asText());
            case "contacts" ->
                    TemplateText.parts(part)
                            .map(contact -> contact.at("/name/formatted_name").asText())
                            .collect(Collectors.joining(", "));
            default -> part.path("caption").asText();
        };
    }

    private static String place(JsonNode location) {
        String where =
                location.path("latitude").asText() + ", " + location.path("longitude").asText();
        String named =
                Stream.of("name", "address")
                        .map(field -> location.path(field).asText())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? where : named + " (" + where + ")";
    }

    private static List<Option> options(JsonNode interactive) {
        List<Option> options = new ArrayList<>();
        interactive.at("/action/buttons").forEach(b -> options.add(option(b.path("reply"))));
        interactive
                .at("/action/sections")
                .forEach(s -> s.path("rows").forEach(row -> options.add(option(row))));
        return options;
    }

    private static Option option(JsonNode reply) {
        return new Option(
                reply.path("id").asText(),
                reply.path("title").asText(),
                reply.path("description").textValue());
    }
}
