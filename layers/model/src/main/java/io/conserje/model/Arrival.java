package io.conserje.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one webhook brought for one conversation, in the provider's order. It travels as one queue
 * message, so that what arrived together is decided together.
 *
 * @param contact empty when the provider speaks about the account itself, to nobody's conversation
 * @param messages at least one
 * @param receivedAt when the webhook came, by our clock
 */
public record Arrival(
        ProjectId project,
        AccountRef account,
        Optional<Contact> contact,
        List<InboundMessage> messages,
        CorrelationId correlation,
        Instant receivedAt) {
    public Arrival {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages is empty: an arrival brings at least one");
        }
    }

    public ConversationId conversation() {
        return contact.map(someone -> ConversationId.of(project, account, someone))
                .orElseGet(() -> ConversationId.ofAccount(project, account));
    }
}
