package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.OutboundMessage;
import java.time.Instant;

/** The one decision that stands before every message that leaves. */
public final class SendDecision {
    private SendDecision() {}

    /**
     * Says what is to be done with a message now. The same arguments always give the same decision.
     *
     * @param message cut to what the account can carry
     * @param contact what is known about who it goes to; with the registered template that the
     *     message names
     * @param channel what the account can carry
     * @param policy what the business wants to be held to
     */
    public static Decision decide(
            OutboundMessage message,
            Standing contact,
            Capabilities channel,
            SendPolicy policy,
            Instant now) {
        return new SendRules(message, contact, channel, policy, now)
                .all().stream()
                        .flatMap(rule -> rule.decide().stream())
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("the last rule always decides"));
    }
}
