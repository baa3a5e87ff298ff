package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.telegram.FileShelf.Item;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files as messages tell of them. */
final class Media {
    /**
     * The smaller sizes of a photo show next to nothing: one dot. Whoever takes the first size for
     * the photo must find out here.
     */
    private static final byte[] DOT =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                    + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final int[][] SIZES = {{90, 67}, {320, 240}, {1280, 960}};
    private static final int VOICE_BYTES_A_SECOND = 3000;

    private final FileShelf shelf;

    Media(FileShelf shelf) {
        this.shelf = shelf;
    }

    FileShelf shelf() {
        return shelf;
    }

    Item keep(MediaKind kind, byte[] bytes, String mimeType, @Nullable String name) {
        return shelf.put(
                kind,
                bytes,
                mimeType,
                name,
                kind == MediaKind.PHOTO ? List.of(dot(), dot()) : List.of());
    }

    private Item dot() {
        return shelf.put(MediaKind.PHOTO, DOT, "image/png", null, List.of());
    }

    static JsonNode shape(Item item) {
        return switch (item.kind()) {
            case PHOTO -> photo(item);
            case VOICE -> described(item).put("duration", seconds(item));
            case AUDIO -> named(described(item), item).put("duration", seconds(item));
            case VIDEO ->
                    named(described(item), item)
                            .put("duration", seconds(item))
                            .put("width", 640)
                            .put("height", 480);
            case DOCUMENT -> named(described(item), item);
            case STICKER -> sticker(item);
        };
    }

    private static ArrayNode photo(Item item) {
        ArrayNode sizes = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < item.smaller().size(); i++) {
            sizes.add(size(item.smaller().get(i), SIZES[i]));
        }
        return sizes.add(size(item, SIZES[SIZES.length - 1]));
    }

    private static ObjectNode size(Item item, int[] widthAndHeight) {
        return file(item).put("width", widthAndHeight[0]).put("height", widthAndHeight[1]);
    }

    private static ObjectNode sticker(Item item) {
        return file(item)
                .put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", item.mimeType().startsWith("video/"))
                .put("emoji", "🙂");
    }

    private static int seconds(Item item) {
        return (int) Math.max(1, item.size() / VOICE_BYTES_A_SECOND);
    }

    private static ObjectNode described(Item item) {
        return file(item).put("mime_type", item.mimeType());
    }

    private static ObjectNode named(ObjectNode described, Item item) {
        return item.name() == null ? described : described.put("file_name", item.name());
    }

    /** What is the same for all, and all that getFile tells but the path. */
    static ObjectNode file(Item item) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file_id", item.fileId())
                .put("file_unique_id", item.fileUniqueId())
                .put("file_size", item.size());
    }
}
