package io.conserje.local.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Turn;
import java.util.ArrayList;
import java.util.List;

/** Reads gestures from the control API's JSON. */
final class Gestures {
    private Gestures() {}

    /** One gesture, or those under {@code together}, each of which may name another phone. */
    static List<Turn> turns(String phone, JsonNode body) {
        if (!body.has("together")) {
            return List.of(new Turn(phone, gesture(body)));
        }
        JsonNode together = body.path("together");
        if (!together.isArray() || together.isEmpty()) {
            throw new Refused("together", "must be a list of at least one message");
        }
        List<Turn> turns = new ArrayList<>();
        together.forEach(m -> turns.add(new Turn(m.path("phone").asText(phone), gesture(m))));
        return turns;
    }

    private static Gesture gesture(JsonNode message) {
        if (message.has("text")) {
            return new Gesture.Say(text(message, "text"));
        }
        if (message.has("choice")) {
            return new Gesture.Choose(text(message, "choice"));
        }
        if (message.has("location")) {
            return location(message.path("location"));
        }
        if (message.has("reaction")) {
            JsonNode reaction = message.path("reaction");
            return new Gesture.React(text(reaction, "message_id"), reaction.path("emoji").asText());
        }
        if (message.has("raw")) {
            return new Gesture.Raw(message.path("raw"));
        }
        throw new Refused(
                "message", "needs one of text, choice, location, reaction, raw, together");
    }

    private static Gesture location(JsonNode location) {
        return new Gesture.Location(
                number(location, "latitude"),
                number(location, "longitude"),
                location.path("name").textValue(),
                location.path("address").textValue());
    }

    private static double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new Refused(field, "must be a number");
        }
        return value.asDouble();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new Refused(field, "must be a text that is not empty");
        }
        return value.asText();
    }
}
