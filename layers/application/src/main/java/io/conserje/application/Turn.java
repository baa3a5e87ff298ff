package io.conserje.application;

import io.conserje.engine.Session;
import io.conserje.engine.send.Standing;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one turn changes, to be written as one.
 *
 * @param before what it was decided on; the write holds only while that still stands
 * @param standing what is known about the contact after it
 * @param inbound the messages that take effect now, each for the first time ever
 * @param outbound what is to be sent, numbered after the inbound messages
 */
public record Turn(
        ProjectId project,
        ConversationId conversation,
        Optional<Contact> contact,
        Conversation before,
        Session session,
        Standing standing,
        List<Heard> inbound,
        List<OutboundMessage> outbound,
        Instant at) {

    /**
     * @param rule the rule that decided on it
     */
    public record Heard(InboundMessage message, String rule, String correlation) {}

    public Turn {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    /** What the conversation is once this turn is written. */
    public Conversation after() {
        return new Conversation(
                before.version() + 1,
                before.lastSequence() + inbound.size() + outbound.size(),
                session,
                standing,
                outbound);
    }
}
