package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.channel.Normalised;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import java.util.List;

/**
 * What became of a message of ours.
 *
 * @param told by the webhooks that came of it
 */
record Sent(OutboundMessage message, SendOutcome outcome, List<Normalised> told) {

    /** The provider's name of it. */
    String accepted() {
        return assertInstanceOf(
                        SendOutcome.Accepted.class, outcome, () -> message.content().toString())
                .providerId();
    }

    /** Why it was not taken. */
    String rejected() {
        return assertInstanceOf(SendOutcome.Rejected.class, outcome).reason();
    }

    List<Receipt> receipts() {
        return told.stream()
                .filter(Normalised.AboutMessage.class::isInstance)
                .map(each -> ((Normalised.AboutMessage) each).receipt())
                .toList();
    }
}
