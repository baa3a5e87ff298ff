package io.conserje.application;

import io.conserje.model.OutboundMessage;
import java.util.List;

/** The way from the engine to the provider. */
public interface OutboundQueue {
    /**
     * Queues messages of one conversation in their order, and returns once they are durable.
     *
     * @throws Unavailable when not all of them are
     */
    void send(List<OutboundMessage> messages);
}
