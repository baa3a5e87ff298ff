package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import java.util.Optional;

/** What a message says, by its kind. Empty when that is unknown or lacks what makes it one. */
record ContentReader(Person from) {

    Optional<? extends Content> read(Said said) {
        return switch (said.kind()) {
            case "protocolMessage" -> protocol(said.body());
            default -> said(said);
        };
    }

    /** An edit replaces what was said; it is no edit of an edit. */
    private Optional<? extends Content> said(Said said) {
        JsonNode body = said.body();
        return switch (said.kind()) {
            case "conversation" -> Json.text(body).map(Content.Text::new);
            case "extendedTextMessage" -> Json.text(body, "text").map(Content.Text::new);
            case "imageMessage" -> MediaReader.read(MediaKind.IMAGE, body);
            // The second is a film in a circle.
            case "videoMessage", "ptvMessage" -> MediaReader.read(MediaKind.VIDEO, body);
            case "audioMessage" -> MediaReader.read(MediaKind.AUDIO, body);
            case "documentMessage" -> MediaReader.read(MediaKind.DOCUMENT, body);
            case "stickerMessage" -> MediaReader.read(MediaKind.STICKER, body);
            case "locationMessage" -> place(body, Json.text(body, "name"));
            case "liveLocationMessage" -> place(body, Json.text(body, "caption"));
            case "contactMessage" -> CardsReader.one(body);
            case "contactsArrayMessage" -> CardsReader.several(body.path("contacts"));
            case "reactionMessage" -> reaction(body);
            case "buttonsResponseMessage" ->
                    choice(body, "selectedButtonId", "selectedDisplayText");
            case "templateButtonReplyMessage" -> choice(body, "selectedId", "selectedDisplayText");
            case "listResponseMessage" ->
                    choice(
                            body.path("singleSelectReply"),
                            "selectedRowId",
                            Json.text(body, "title"));
            // The pictures that it announces come by themselves.
            case "albumMessage" -> Optional.of(new Content.Notice(said.kind(), ""));
            default -> Optional.empty();
        };
    }

    /** Where the enumeration's first value is meant, it may be left out (proto2). */
    private Optional<? extends Content> protocol(JsonNode body) {
        String type = Json.text(body, "type").orElse("REVOKE");
        return switch (type) {
            case "REVOKE" -> original(body).map(Content.Deletion::new);
            case "MESSAGE_EDIT" ->
                    original(body)
                            .flatMap(original ->
                                    replacement(Said.of(body.path("editedMessage")))
                                            .map(now -> new Content.Edit(original, now)));
            // The chat's messages disappear from now on, or no longer.
            case "EPHEMERAL_SETTING" ->
                    Optional.of(
                            new Content.Notice(
                                    type, Json.text(body, "ephemeralExpiration").orElse("0")));
            case "SHARE_PHONE_NUMBER" -> Optional.of(new Content.Notice(type, ""));
            default -> Optional.empty();
        };
    }

    /** Customers edit and delete what is theirs. */
    private Optional<MessageId> original(JsonNode body) {
        return Json.text(body.path("key"), "id").map(id -> Ids.theirs(from, id));
    }

    /** When only the words under a picture change, the picture does not come again. */
    private Optional<? extends Content> replacement(Said now) {
        Optional<? extends Content> read = said(now);
        return read.isPresent() ? read : Json.text(now.body(), "caption").map(Content.Text::new);
    }

    private static Optional<Content> place(JsonNode body, Optional<String> name) {
        double latitude = degrees(body.path("degreesLatitude"));
        double longitude = degrees(body.path("degreesLongitude"));
        return Double.isFinite(latitude) && Double.isFinite(longitude)
                ? Optional.of(
                        new Content.Location(latitude, longitude, name, Json.text(body, "address")))
                : Optional.empty();
    }

    private static double degrees(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** One that is taken back has an empty text, or none. */
    private Optional<Content> reaction(JsonNode body) {
        return Ids.reactedTo(body.path("key"), from)
                .map(target -> new Content.Reaction(target, Json.text(body, "text")));
    }

    private static Optional<Content> choice(JsonNode body, String id, String title) {
        return choice(body, id, Json.text(body, title));
    }

    private static Optional<Content> choice(JsonNode body, String id, Optional<String> title) {
        return Json.text(body, id).map(chosen -> new Content.Choice(chosen, title.orElse(chosen)));
    }
}
