package io.conserje.application;

import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.model.OutboundMessage;
import java.time.Instant;
import java.util.List;

/** The way from the decision to the delivery, in order per conversation. */
public interface OutboundQueue {

    /**
     * @throws Unavailable when not all of them are durable
     */
    void send(List<OutboundMessage> messages);

    /**
     * Puts a message there that waited elsewhere.
     *
     * @throws Unavailable when it is not durable
     */
    void again(Deferral deferral, Instant now);
}
