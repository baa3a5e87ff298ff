package io.conserje.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A message of ours on its way out.
 *
 * @param answers the customer's message that this answers, to be marked as read
 * @param correlation the one of the message that it answers
 */
public record OutboundMessage(
        OutboundId id,
        ProjectId project,
        AccountRef account,
        Contact to,
        Optional<MessageId> answers,
        Outgoing content,
        Terms terms,
        CorrelationId correlation,
        Instant decidedAt) {

    /** The same message, saying this. */
    public OutboundMessage with(Outgoing other) {
        return new OutboundMessage(
                id, project, account, to, answers, other, terms, correlation, decidedAt);
    }
}
