package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.Optional;

/** Reads one message of a known sender; one in an odd shape is kept whole. */
final class MessageReader {
    private MessageReader() {}

    static InboundMessage read(JsonNode message) {
        Optional<MessageId> id = Json.text(message, "id").map(MessageId::new);
        Optional<Instant> sentAt = Json.seconds(message, "timestamp");
        boolean isWhole = id.isPresent() && sentAt.isPresent();
        return new InboundMessage(
                id.orElseGet(() -> Keep.digest(message)),
                sentAt.orElse(Instant.EPOCH),
                Json.text(message.path("context"), "id").map(MessageId::new),
                isWhole ? content(message) : unsupported(message));
    }

    static String kind(JsonNode message) {
        return Json.text(message, "type").orElse(Keep.UNKNOWN);
    }

    private static Content content(JsonNode message) {
        return ContentReader.read(message)
                .<Content>map(read -> read)
                .orElseGet(() -> unsupported(message));
    }

    private static Content unsupported(JsonNode message) {
        return new Content.Unsupported(kind(message), Json.raw(message));
    }
}
