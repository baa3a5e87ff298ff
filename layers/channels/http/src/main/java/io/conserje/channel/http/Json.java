package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.MalformedWebhook;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a provider's JSON leniently: a field is there or it is not, whatever stands in its place.
 */
public final class Json {
    /** A price or a coordinate stays as the provider wrote it: 12.50 does not become 12.5. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /** Up to the year 5138; more digits would be milliseconds. */
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,10}");

    private Json() {}

    public static ObjectNode parse(byte[] body) throws MalformedWebhook {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new MalformedWebhook(
                    "body is not JSON: a webhook of this channel is a JSON object");
        }
        throw new MalformedWebhook("body is JSON, but no object: a webhook of this channel is one");
    }

    /** The object in an answer to a call of ours; an empty one when there is none. */
    public static ObjectNode parseAnswer(String body) {
        try {
            return parse(body.getBytes(UTF_8));
        } catch (MalformedWebhook e) {
            return object();
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A shallow copy in which a field holds a list of this one item. */
    public static ObjectNode withOnly(JsonNode object, String field, JsonNode item) {
        ObjectNode copy = object();
        object.properties().forEach(each -> copy.set(each.getKey(), each.getValue()));
        copy.putArray(field).add(item);
        return copy;
    }

    public static Optional<String> text(JsonNode parent, String field) {
        return text(parent.path(field));
    }

    /** A string or a number that holds anything at all. */
    public static Optional<String> text(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? Optional.of(wellFormed(value.asText())).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    public static Optional<Instant> seconds(JsonNode parent, String field) {
        return text(parent, field)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    public static String raw(JsonNode node) {
        return wellFormed(node.toString());
    }

    /**
     * JSON may escape half of a surrogate pair, which UTF-8 cannot hold: it would fail only in the
     * queue or the table. It becomes a question mark here.
     */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
