package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.util.Optional;

final class MediaReader {
    private MediaReader() {}

    static Optional<Content.Media> read(MediaKind kind, JsonNode file) {
        return Json.text(file, "id")
                .map(id ->
                        new Content.Media(
                                kind,
                                id,
                                Json.text(file, "mime_type").orElse("application/octet-stream"),
                                Json.text(file, "sha256"),
                                Json.text(file, "filename"),
                                Json.text(file, "caption"),
                                file.path("voice").asBoolean(false)));
    }

    static Content.Media asVoice(Content.Media media) {
        return new Content.Media(
                media.kind(),
                media.reference(),
                media.mediaType(),
                media.sha256(),
                media.fileName(),
                media.caption(),
                true);
    }
}
