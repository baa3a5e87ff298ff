package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.util.Optional;

/** A file: it lies enciphered at an address, and the message holds the key. */
final class MediaReader {
    private MediaReader() {}

    static Optional<Content.Media> read(MediaKind kind, JsonNode file) {
        return MediaReference.read(kind, file)
                .map(reference ->
                        new Content.Media(
                                kind,
                                reference.write(),
                                Json.text(file, "mimetype").orElse("application/octet-stream"),
                                Json.text(file, "fileSha256"),
                                Json.text(file, "fileName").or(() -> Json.text(file, "title")),
                                Json.text(file, "caption"),
                                file.path("ptt").asBoolean(false)));
    }
}
