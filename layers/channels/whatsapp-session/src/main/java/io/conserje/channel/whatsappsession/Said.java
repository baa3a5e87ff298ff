package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Keep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code Message} of WhatsApp's (WAProto.proto) without what is wrapped around it. It does not
 * say of what kind it is: it has a field of that name among others.
 *
 * @param kind the name of that field
 * @param message what holds the field
 */
record Said(String kind, JsonNode message) {

    /**
     * Each holds a message under {@code message}: disappearing ones, those to be seen once, those
     * that an old client cannot show ({@code FutureProofMessage}).
     */
    private static final List<String> WRAPPERS =
            List.of(
                    "ephemeralMessage",
                    "viewOnceMessage",
                    "viewOnceMessageV2",
                    "viewOnceMessageV2Extension",
                    "documentWithCaptionMessage",
                    "editedMessage",
                    "associatedChildMessage",
                    "groupMentionedMessage",
                    "lottieStickerMessage",
                    "botInvokeMessage");

    /** They nest; the client stops there too ({@code normalizeMessageContent}). */
    private static final int DEEPEST = 5;

    /** What any message may have, whatever its kind. */
    private static final Set<String> AROUND =
            Set.of(
                    "messageContextInfo",
                    "senderKeyDistributionMessage",
                    "fastRatchetKeySenderKeyDistributionMessage");

    static Said of(JsonNode message) {
        JsonNode inner = message;
        for (int i = 0; i < DEEPEST; i++) {
            Optional<JsonNode> wrapped = wrapped(inner);
            if (wrapped.isEmpty()) {
                break;
            }
            inner = wrapped.get();
        }
        return new Said(kind(inner), inner);
    }

    private static Optional<JsonNode> wrapped(JsonNode message) {
        return WRAPPERS.stream()
                .map(wrapper -> message.path(wrapper).path("message"))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static String kind(JsonNode message) {
        return message.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(field -> !AROUND.contains(field) && !field.isBlank())
                .findFirst()
                .orElse(Keep.UNKNOWN);
    }

    JsonNode body() {
        return message.path(kind);
    }

    JsonNode context() {
        return body().path("contextInfo");
    }
}
