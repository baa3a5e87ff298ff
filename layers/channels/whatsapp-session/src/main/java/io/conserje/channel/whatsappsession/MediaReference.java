package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.http.Json;
import io.conserje.model.MediaKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that getting a file takes. Written down as JSON, it is the file's name.
 *
 * @param kind what it was sent as: the key is derived for it
 * @param key 32 bytes, in base 64
 * @param sealedSha256 of the bytes as they lie there, in base 64
 * @param length in bytes, as the sender says it
 */
record MediaReference(
        MediaKind kind,
        Optional<String> url,
        Optional<String> directPath,
        String key,
        Optional<String> sealedSha256,
        Optional<Long> length) {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");

    /** Empty when there is no key, or nothing that it would open. */
    static Optional<MediaReference> read(MediaKind kind, JsonNode file) {
        Optional<String> url = Json.text(file, "url");
        Optional<String> directPath = Json.text(file, "directPath");
        return Json.text(file, "mediaKey")
                .filter(key -> url.isPresent() || directPath.isPresent())
                .map(key ->
                        new MediaReference(
                                kind,
                                url,
                                directPath,
                                key,
                                Json.text(file, "fileEncSha256"),
                                Json.text(file, "fileLength")
                                        .filter(text -> LENGTH.matcher(text).matches())
                                        .map(Long::valueOf)));
    }

    /** Empty for a name that {@link #write} did not write. */
    static Optional<MediaReference> parse(String text) {
        try {
            ObjectNode file = Json.parse(text.getBytes(UTF_8));
            String word = Json.text(file, "kind").orElse("");
            return Arrays.stream(MediaKind.values())
                    .filter(kind -> word(kind).equals(word))
                    .findFirst()
                    .flatMap(kind -> read(kind, file));
        } catch (MalformedWebhook e) {
            return Optional.empty();
        }
    }

    String write() {
        ObjectNode file = Json.object().put("kind", word(kind));
        url.ifPresent(text -> file.put("url", text));
        directPath.ifPresent(text -> file.put("directPath", text));
        file.put("mediaKey", key);
        sealedSha256.ifPresent(text -> file.put("fileEncSha256", text));
        length.ifPresent(bytes -> file.put("fileLength", bytes));
        return Json.raw(file);
    }

    static String word(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Without the key and the address, which a record would print. */
    @Override
    public String toString() {
        return "MediaReference[" + word(kind) + "]";
    }
}
