package io.conserje.local.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Turn;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
        if (message.has("file")) {
            return file(message.path("file"));
        }
        if (message.has("card")) {
            JsonNode card = message.path("card");
            return new Gesture.Card(text(card, "name"), text(card, "phone"));
        }
        if (message.has("edit")) {
            JsonNode edit = message.path("edit");
            return new Gesture.Edit(text(edit, "message_id"), text(edit, "text"));
        }
        if (message.has("block")) {
            return new Gesture.Block(yesOrNo(message, "block"));
        }
        if (message.has("marketing")) {
            return new Gesture.Marketing(yesOrNo(message, "marketing"));
        }
        if (message.has("raw")) {
            return new Gesture.Raw(message.path("raw"));
        }
        throw new Refused(
                "message",
                "needs one of text, choice, location, reaction, file, card, edit, block,"
                        + " marketing, raw, together");
    }

    private static Gesture file(JsonNode file) {
        return new Gesture.File(
                kind(text(file, "kind")),
                bytes(file),
                text(file, "mime_type"),
                file.path("name").textValue(),
                file.path("caption").textValue());
    }

    private static Gesture.Kind kind(String word) {
        return Stream.of(Gesture.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(
                                "kind",
                                "must be image, audio, voice, video, document or sticker, not '"
                                        + word
                                        + "'"));
    }

    private static byte[] bytes(JsonNode file) {
        String base64 = text(file, "base64");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refused("base64", "is not base64", e);
        }
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

    static boolean yesOrNo(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw new Refused(field, "must be true or false");
        }
        return value.asBoolean();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new Refused(field, "must be a text that is not empty");
        }
        return value.asText();
    }
}
