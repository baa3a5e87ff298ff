package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What Meta demands of buttons and lists. */
final class InteractiveRules {
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;

    /** Those that are looked into here; the others are taken as they are. */
    private static final Set<String> KNOWN =
            Set.of("button", "list", "cta_url", "flow", "location_request_message");

    private InteractiveRules() {}

    static Optional<GraphError> broken(JsonNode body) {
        if (!MessageRules.type(body).equals("interactive")) {
            return Optional.empty();
        }
        Field interactive = Field.of(body, "interactive");
        return interactive.in("type").oneOf(KNOWN).or(() -> partsBroken(interactive));
    }

    private static Optional<GraphError> partsBroken(Field interactive) {
        Field action = interactive.in("action");
        return first(
                        interactive.in("footer").in("text").optionalValueOf("Footer text", 60),
                        interactive.in("header").in("text").optionalValueOf("Header text", 60),
                        action.required())
                .or(() ->
                        switch (interactive.in("type").text()) {
                            case "button" -> buttonsBroken(interactive, action);
                            case "list" -> listBroken(interactive, action);
                            default -> Optional.empty();
                        });
    }

    private static Optional<GraphError> buttonsBroken(Field interactive, Field action) {
        List<Field> replies =
                action.in("buttons").items().stream().map(button -> button.in("reply")).toList();
        return first(
                        interactive.in("body").in("text").valueOf("Body text", 1024),
                        countBroken("buttons", replies.size(), MOST_BUTTONS))
                .or(() -> each(replies, InteractiveRules::buttonBroken))
                .or(() -> repeated("button", replies));
    }

    private static Optional<GraphError> buttonBroken(Field reply) {
        return first(
                reply.in("id").valueOf("Button id", 256),
                reply.in("title").valueOf("Button title", 20));
    }

    private static Optional<GraphError> listBroken(Field interactive, Field action) {
        List<Field> sections = action.in("sections").items();
        List<Field> rows =
                sections.stream().flatMap(section -> section.in("rows").items().stream()).toList();
        return first(
                        interactive.in("body").in("text").valueOf("Body text", 4096),
                        action.in("button").valueOf("Button text", 20),
                        countBroken("sections", sections.size(), 10),
                        countBroken("rows in all sections", rows.size(), MOST_ROWS))
                .or(() -> each(sections, section -> titleBroken(section, sections.size())))
                .or(() -> each(rows, InteractiveRules::rowBroken))
                .or(() -> repeated("row", rows));
    }

    /** A section may go without a title only when it is alone. */
    private static Optional<GraphError> titleBroken(Field section, int sections) {
        Field title = section.in("title");
        return sections > 1
                ? title.valueOf("Section title", 24)
                : title.optionalValueOf("Section title", 24);
    }

    private static Optional<GraphError> rowBroken(Field row) {
        return first(
                row.in("id").valueOf("Row id", 200),
                row.in("title").valueOf("Row title", 24),
                row.in("description").optionalValueOf("Row description", 72));
    }

    private static Optional<GraphError> countBroken(String what, int count, int most) {
        return count >= 1 && count <= most
                ? Optional.empty()
                : Optional.of(
                        GraphError.badValue(
                                "Invalid number of "
                                        + what
                                        + ": "
                                        + count
                                        + ". Min: 1, Max: "
                                        + most));
    }

    private static Optional<GraphError> repeated(String what, List<Field> options) {
        Set<String> seen = new HashSet<>();
        return options.stream()
                .map(option -> option.in("id").text())
                .filter(id -> !seen.add(id))
                .findFirst()
                .map(id -> GraphError.badValue("Duplicated " + what + " id: " + id));
    }

    private static Optional<GraphError> each(
            List<Field> fields, Function<Field, Optional<GraphError>> rule) {
        return fields.stream().flatMap(field -> rule.apply(field).stream()).findFirst();
    }

    @SafeVarargs
    private static Optional<GraphError> first(Optional<GraphError>... results) {
        return Stream.of(results).flatMap(Optional::stream).findFirst();
    }
}
