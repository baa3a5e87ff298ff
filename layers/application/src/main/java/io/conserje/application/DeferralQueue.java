package io.conserje.application;

import io.conserje.model.OutboundMessage;
import java.time.Instant;

/** Where messages wait that others of their conversation need not wait for. */
public interface DeferralQueue {

    /**
     * @param until not before then
     */
    record Deferral(OutboundMessage message, Instant until) {}

    /**
     * @throws Unavailable when it is not durable
     */
    void defer(Deferral deferral, Instant now);
}
