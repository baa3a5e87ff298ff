package io.conserje.testkit.contract;

import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Messages;

/** Where the contract gets what it holds to it. */
public interface UnderContract {
    /** The same all through one test, and empty when the test begins. */
    Conversations conversations();

    /** Where a message is that nobody needs to send any more. */
    default Status settledAs(OutboundMessage message) {
        return switch (conversations().claim(message.project(), message.id(), Messages.MORNING)) {
            case Settled settled -> settled.status();
            case Conversations.Claim other ->
                    throw new AssertionError(message.id() + " is not settled but " + other);
        };
    }
}
