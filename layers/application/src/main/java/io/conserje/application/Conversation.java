package io.conserje.application;

import io.conserje.engine.Session;
import io.conserje.engine.send.Standing;
import io.conserje.model.OutboundMessage;
import java.util.List;

/**
 * A conversation as it is kept.
 *
 * @param version how many turns it has had; 0 for one that nobody has heard of
 * @param lastSequence the number of its last message, over both directions
 * @param standing what is known about the contact, without template and hold
 * @param outbox what the last turn decided to send and nobody has yet confirmed to be queued
 */
public record Conversation(
        long version,
        long lastSequence,
        Session session,
        Standing standing,
        List<OutboundMessage> outbox) {
    public Conversation {
        outbox = List.copyOf(outbox);
    }

    public static Conversation fresh() {
        return new Conversation(0, 0, Session.fresh(), Standing.unknown(), List.of());
    }
}
