package io.conserje.local.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An event of our own queues as if it came now: an answer of last week's would be held back. What a
 * provider signed stays as it is.
 */
public final class AsOfNow {
    /** When the events were written. */
    private static final Instant THEN = Instant.parse("2026-11-21T12:00:00.300Z");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AsOfNow() {}

    public static JsonNode read(Path file, Instant now) {
        try {
            JsonNode event = JSON.readTree(file.toFile());
            for (JsonNode record : event.path("Records")) {
                if (!record.path("messageAttributes").has("signature")) {
                    move((ObjectNode) record, Duration.between(THEN, now));
                }
            }
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(ObjectNode record, Duration by) {
        String body =
                MOMENT.matcher(record.path("body").asText())
                        .replaceAll(found -> Instant.parse(found.group()).plus(by).toString());
        record.put("body", body).put("md5OfBody", md5(body));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
