package io.conserje.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One message from the outside.
 *
 * @param sentAt when the customer sent it, by the provider's clock (whole seconds for some)
 * @param quotes the message that the customer answers to, where the provider says so
 */
public record InboundMessage(
        MessageId id, Instant sentAt, Optional<MessageId> quotes, Content content) {
    public static InboundMessage of(MessageId id, Instant sentAt, Content content) {
        return new InboundMessage(id, sentAt, Optional.empty(), content);
    }

    /** The same message, once more is known of what it holds. */
    public InboundMessage with(Content other) {
        return new InboundMessage(id, sentAt, quotes, other);
    }
}
