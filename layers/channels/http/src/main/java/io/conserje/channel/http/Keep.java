package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/** What names no contact or makes no sense is kept whole, under a digest of itself. */
public final class Keep {
    /** The kind of what does not say of what kind it is. */
    public static final String UNKNOWN = "unknown";

    private Keep() {}

    public static Normalised whole(String kind, JsonNode piece) {
        return new Normalised.AboutAccount(
                InboundMessage.of(
                        digest(piece),
                        Stream.of("time", "timestamp", "date")
                                .flatMap(field -> Json.seconds(piece, field).stream())
                                .findFirst()
                                .orElse(Instant.EPOCH),
                        new Content.Unsupported(kind, Json.raw(piece))));
    }

    /** An id that is the same whenever the same comes again. */
    public static MessageId digest(JsonNode piece) {
        try {
            byte[] raw = Json.raw(piece).getBytes(UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
            return new MessageId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
