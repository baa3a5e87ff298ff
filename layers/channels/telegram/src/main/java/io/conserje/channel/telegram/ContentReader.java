package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;

/** What a message says, by its kind. Empty when that is unknown or lacks what makes it one. */
record ContentReader(Us us, Chat chat) {

    Optional<? extends Content> read(JsonNode message) {
        String kind = MessageKind.of(message);
        JsonNode body = message.path(kind);
        return switch (kind) {
            case "text" -> said(message, "text", "entities").map(Content.Text::new);
            case "venue" -> place(body.path("location"), body);
            case "location" -> place(body, body);
            case "contact" -> card(body);
            default ->
                    MessageKind.isService(kind)
                            ? Optional.of(new Content.Notice(kind, told(body)))
                            : MediaReader.read(
                                    kind, body, said(message, "caption", "caption_entities"));
        };
    }

    private Optional<String> said(JsonNode message, String field, String entities) {
        return Json.text(message, field)
                .map(text ->
                        chat.isPrivate() ? text : us.withoutOurName(text, message.path(entities)));
    }

    /** A new title, or the text that was pinned. */
    private static String told(JsonNode body) {
        return Json.text(body).or(() -> Json.text(body, "text")).orElse("");
    }

    private static Optional<Content> place(JsonNode point, JsonNode names) {
        double latitude = degrees(point.path("latitude"));
        double longitude = degrees(point.path("longitude"));
        return Double.isFinite(latitude) && Double.isFinite(longitude)
                ? Optional.of(
                        new Content.Location(
                                latitude,
                                longitude,
                                Json.text(names, "title"),
                                Json.text(names, "address")))
                : Optional.empty();
    }

    private static double degrees(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static Optional<Content> card(JsonNode contact) {
        return Json.text(contact, "phone_number")
                .map(phone ->
                        new Content.ContactCards(
                                List.of(
                                        new Content.Card(
                                                Chat.joined(contact).orElse(phone),
                                                List.of(phone)))));
    }
}
