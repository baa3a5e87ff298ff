package io.conserje.testkit.contract;

import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Messages;
import java.time.Instant;
import java.util.Optional;

/** Where the contract gets what it holds to it. */
public interface UnderContract {
    /** The same all through one test, and empty when the test begins. */
    Conversations conversations();

    /** Where a message is that nobody needs to send any more. */
    default Status settledAs(OutboundMessage message) {
        return switch (claim(message, Messages.MORNING)) {
            case Settled settled -> settled.status();
            case Claim other ->
                    throw new AssertionError(message.id() + " is not settled but " + other);
        };
    }

    default Claim claim(OutboundMessage message, Instant now) {
        return claim(message.project(), message.id(), now);
    }

    default Claim claim(ProjectId project, OutboundId message, Instant now) {
        return conversations().claim(project, message, KeptRulings.FINE, now);
    }

    default void settle(OutboundMessage message, Status to) {
        conversations()
                .settle(
                        message.project(),
                        message.id(),
                        to,
                        KeptRulings.outcome(to),
                        to == Status.ACCEPTED ? Optional.of("wamid.OUT") : Optional.empty());
    }

    default void park(OutboundMessage message) {
        conversations().park(message.project(), message.id(), KeptRulings.outcome(Status.PARKED));
    }
}
