package io.conserje.application;

import io.conserje.application.Conversations.Claimed;
import io.conserje.application.DeliverMessage.Again;
import io.conserje.application.DeliverMessage.Done;
import io.conserje.application.DeliverMessage.Outcome;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.OutboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of the provider, and everything that its ending means. */
final class Attempt {
    private final Conversations conversations;
    private final Coordination coordination;
    private final Rulings rulings;
    private final Duration patience;

    Attempt(
            Conversations conversations,
            Coordination coordination,
            Rulings rulings,
            Duration patience) {
        this.conversations = conversations;
        this.coordination = coordination;
        this.rulings = rulings;
        this.patience = patience;
    }

    Outcome make(
            OutboundMessage message,
            Sender sender,
            Coordination.Admitted admitted,
            Claimed claimed,
            Instant now) {
        int number = claimed.attempt();
        SendOutcome outcome = sender.send(message, number == 1);
        Consequence means =
                Consequence.of(
                        outcome,
                        Duration.between(message.decidedAt(), now),
                        sender.channel().receiptsProveAcceptance(),
                        patience);
        String what = outcome.getClass().getSimpleName();
        conversations.settle(
                message.project(),
                message.id(),
                means.message(),
                rulings.outcome(what, means.key(), means.why(), number, now),
                outcome instanceof SendOutcome.Accepted accepted
                        ? Optional.of(accepted.providerId())
                        : Optional.empty());
        // Only now: were a table away before, what the provider said would be forgotten.
        tellAccount(means, message, sender, admitted, now);
        if (means.contact() == Consequence.Contact.UNREACHABLE) {
            conversations.unreachable(message.project(), message.id().conversation(), now);
        }
        boolean mayHaveArrived =
                outcome instanceof SendOutcome.Accepted || outcome instanceof SendOutcome.Unknown;
        if (mayHaveArrived && message.terms().isUnasked()) {
            count(message, sender, now);
        }
        return means.again().isZero()
                ? new Done(means.message(), detail(outcome, means))
                : new Again(means.again(), means.why());
    }

    private static String detail(SendOutcome outcome, Consequence means) {
        return outcome instanceof SendOutcome.Accepted accepted
                ? accepted.providerId()
                : means.why();
    }

    private void tellAccount(
            Consequence means,
            OutboundMessage message,
            Sender sender,
            Coordination.Admitted admitted,
            Instant now) {
        Account account = sender.account();
        // Whatever it said, a provider that answers about a message is there.
        if (admitted.ailing() && means.account() != Consequence.Account.FAILS) {
            coordination.works(account);
        }
        Instant until = now.plus(means.again());
        switch (means.account()) {
            case FAILS -> coordination.fails(account, means.why(), now);
            case HELD -> coordination.holdAccount(account, until);
            case WORKS, NOTHING -> {}
        }
        if (means.contact() == Consequence.Contact.HELD) {
            coordination.holdContact(account, message.id().conversation(), until);
        }
    }

    /** A conversation sends one message at a time, so nobody else writes this meanwhile. */
    private void count(OutboundMessage message, Sender sender, Instant now) {
        Duration period = sender.policy().period();
        List<Instant> sent =
                new ArrayList<>(
                        conversations
                                .load(message.project(), message.id().conversation())
                                .standing()
                                .notices());
        sent.removeIf(at -> !at.plus(period).isAfter(now));
        sent.add(now);
        conversations.noticed(message.project(), message.id().conversation(), sent);
    }
}
