package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.util.Comparator;
import java.util.Optional;

/** A file, by the field that it came in. */
record MediaReader(JsonNode file, Optional<String> caption) {

    static Optional<Content.Media> read(String kind, JsonNode body, Optional<String> caption) {
        MediaReader reader = new MediaReader(kind.equals("photo") ? largest(body) : body, caption);
        return switch (kind) {
            case "photo" -> reader.as(MediaKind.IMAGE, "image/jpeg");
            case "sticker" -> reader.as(MediaKind.STICKER, sticker(body));
            case "voice" -> reader.as(MediaKind.AUDIO, "audio/ogg", true);
            case "audio" -> reader.as(MediaKind.AUDIO, "audio/mpeg");
            case "video", "video_note", "animation" -> reader.as(MediaKind.VIDEO, "video/mp4");
            case "document" -> reader.as(MediaKind.DOCUMENT, "application/octet-stream");
            default -> Optional.empty();
        };
    }

    /** The same photo comes in several sizes. */
    private static JsonNode largest(JsonNode sizes) {
        return sizes.valueStream()
                .filter(size -> Json.text(size, "file_id").isPresent())
                .max(Comparator.comparingLong(MediaReader::area))
                .orElse(sizes);
    }

    private static long area(JsonNode size) {
        return (long) size.path("width").asInt(0) * size.path("height").asInt(0);
    }

    /** It does not say its type in words (core.telegram.org/stickers). */
    private static String sticker(JsonNode sticker) {
        if (sticker.path("is_animated").asBoolean(false)) {
            return "application/x-tgsticker";
        }
        return sticker.path("is_video").asBoolean(false) ? "video/webm" : "image/webp";
    }

    private Optional<Content.Media> as(MediaKind kind, String usual) {
        return as(kind, usual, false);
    }

    /**
     * @param usual the type where Telegram names none
     */
    private Optional<Content.Media> as(MediaKind kind, String usual, boolean voice) {
        return Json.text(file, "file_id")
                .map(id ->
                        new Content.Media(
                                kind,
                                id,
                                Json.text(file, "mime_type").orElse(usual),
                                Optional.empty(),
                                Json.text(file, "file_name"),
                                caption,
                                voice));
    }
}
