package io.conserje.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Our values as JSON text and back: {@code {"v":1,...}}. What is longer than {@link #PACK_FROM} is
 * packed, {@code {"v":1,"gzip":"..."}}, so that a payload kept whole fits into a queue message and
 * a table's item.
 */
public final class Wire {
    static final int VERSION = 1;
    static final int PACK_FROM = 60_000;

    /** One for all: what it learns about a type is dear, and the same for everybody. */
    private static final JsonMapper MAPPER = Mapping.mapper();

    private static final Additions ADDITIONS = new Additions(MAPPER);

    /**
     * Text in ASCII or not, as JSON is; give back to {@link #read} with the same type.
     *
     * @param value a record, whose JSON is an object
     */
    public String write(Object value) {
        String bare = text(value);
        String rest = bare.equals("{}") ? "}" : "," + bare.substring(1);
        String json = "{\"v\":" + VERSION + rest;
        return json.length() < PACK_FROM ? json : pack(json);
    }

    /**
     * @throws UnreadableWire when it is not what {@link #write} made of this type, or a newer
     *     release made it
     */
    public <T> T read(String json, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.path("v").asInt() != VERSION) {
                throw new UnreadableWire(
                        "version "
                                + (tree.path("v").isInt() ? tree.path("v").asInt() : "unknown")
                                + " is not the one that this release reads, "
                                + VERSION);
            }
            if (tree.has("gzip")) {
                return read(unpack(tree.get("gzip").asText()), type);
            }
            ADDITIONS.fillIn(tree);
            return MAPPER.treeToValue(((ObjectNode) tree).without("v"), type);
        } catch (JsonProcessingException
                | ClassCastException
                | IllegalArgumentException
                | DateTimeException e) {
            throw new UnreadableWire(type.getSimpleName() + " cannot be read: " + reason(e));
        }
    }

    /**
     * Where and of what kind, never what: messages of Jackson and of our own checks quote values.
     */
    private static String reason(Exception e) {
        String kind = e.getClass().getSimpleName();
        return e instanceof JsonMappingException mapping
                ? kind + " at " + mapping.getPathReference()
                : kind;
    }

    private String text(Object value) {
        try {
            return sendable(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours can always be written", e);
        }
    }

    /**
     * Escapes the two characters that JSON takes as they are and SQS takes in no way
     * (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html): a
     * message with one of them could never be queued.
     */
    private static String sendable(String json) {
        return json.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    }

    private String pack(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String packed = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return text(MAPPER.createObjectNode().put("v", VERSION).put("gzip", packed));
    }

    private static String unpack(String packed) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnreadableWire("what was packed cannot be unpacked: " + e.getMessage());
        }
    }
}
