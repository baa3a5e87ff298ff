package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import java.util.Optional;

/** What a message says, by its type. Empty when the type is unknown or lacks what makes it one. */
final class ContentReader {
    private ContentReader() {}

    static Optional<? extends Content> read(JsonNode message) {
        String kind = MessageReader.kind(message);
        JsonNode body = message.path(kind);
        return switch (kind) {
            case "edit" -> edit(body);
            case "revoke" -> original(body).map(Content.Deletion::new);
            default -> said(kind, body);
        };
    }

    /** An edit replaces what was said; it is no edit of an edit. */
    private static Optional<? extends Content> said(String kind, JsonNode body) {
        return switch (kind) {
            case "text" -> Json.text(body, "body").map(Content.Text::new);
            case "image" -> MediaReader.read(MediaKind.IMAGE, body);
            case "audio" -> MediaReader.read(MediaKind.AUDIO, body);
            // An older name of the voice note, still seen.
            case "voice" -> MediaReader.read(MediaKind.AUDIO, body).map(MediaReader::asVoice);
            case "video" -> MediaReader.read(MediaKind.VIDEO, body);
            case "document" -> MediaReader.read(MediaKind.DOCUMENT, body);
            case "sticker" -> MediaReader.read(MediaKind.STICKER, body);
            case "location" -> location(body);
            case "contacts" -> CardsReader.read(body);
            case "interactive" -> ReplyReader.interactive(body);
            case "button" -> ReplyReader.button(body);
            case "reaction" -> reaction(body);
            case "order" -> OrderReader.read(body);
            case "system" -> notice(body);
            default -> Optional.empty();
        };
    }

    private static Optional<Content> edit(JsonNode edit) {
        JsonNode message = edit.path("message");
        String kind = MessageReader.kind(message);
        return original(edit)
                .flatMap(original ->
                        said(kind, message.path(kind)).map(now -> new Content.Edit(original, now)));
    }

    private static Optional<MessageId> original(JsonNode body) {
        return Json.text(body, "original_message_id").map(MessageId::new);
    }

    private static Optional<Content> location(JsonNode body) {
        double latitude = degrees(body.path("latitude"));
        double longitude = degrees(body.path("longitude"));
        return Double.isFinite(latitude) && Double.isFinite(longitude)
                ? Optional.of(
                        new Content.Location(
                                latitude,
                                longitude,
                                Json.text(body, "name"),
                                Json.text(body, "address")))
                : Optional.empty();
    }

    private static double degrees(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** A reaction taken back comes with an empty emoji, or with none. */
    private static Optional<Content> reaction(JsonNode body) {
        return Json.text(body, "message_id")
                .map(target ->
                        new Content.Reaction(new MessageId(target), Json.text(body, "emoji")));
    }

    private static Optional<Content> notice(JsonNode body) {
        return Json.text(body, "type")
                .flatMap(kind ->
                        Json.text(body, "body").map(text -> new Content.Notice(kind, text)));
    }
}
