package io.conserje.application;

import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.channel.Channel;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.OutboundMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * Hands one message to its provider, at most once wherever the provider makes that possible. It is
 * claimed before the call and settled after it; what died in between is in doubt, and is not sent
 * again blindly.
 */
public final class DeliverMessage {

    /**
     * How long the receipt of a message in doubt is waited for. Providers send "sent" within a
     * second or two.
     */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often one message may fall into doubt before a person is asked to look. */
    static final int DOUBTS = 3;

    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private final Conversations conversations;
    private final Directory directory;
    private final SecretStore secrets;
    private final Channels channels;

    public DeliverMessage(
            Conversations conversations,
            Directory directory,
            SecretStore secrets,
            Channels channels) {
        this.conversations = conversations;
        this.directory = directory;
        this.secrets = secrets;
        this.channels = channels;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** Nothing is left to do. */
    public record Done(Status status, String detail) implements Outcome {}

    /** Later messages of the conversation wait for this one. */
    public record Again(Duration after, String reason) implements Outcome {}

    /**
     * @throws Unavailable when a table does not answer; doing it again is safe
     */
    public Outcome deliver(OutboundMessage message, Instant now) {
        return switch (conversations.claim(message.project(), message.id(), now)) {
            case Claimed claimed -> send(message, claimed, now);
            case Settled settled -> new Done(settled.status(), "settled before");
            case InDoubt doubt -> resolve(message, doubt, now);
            case Missing missing ->
                    throw new IllegalStateException(
                            "message " + message.id() + " is queued and not in the table");
        };
    }

    /** Says visibly that a message will not be sent. */
    public void giveUp(OutboundMessage message, String reason, Instant now) {
        conversations.park(message.project(), message.id(), reason, now);
    }

    private Outcome send(OutboundMessage message, Claimed claimed, Instant now) {
        SendOutcome outcome = attempt(message, claimed.attempt() == 1);
        conversations.settle(message.project(), message.id(), outcome, now);
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> new Done(Status.ACCEPTED, accepted.providerId());
            case SendOutcome.Rejected rejected -> new Done(Status.FAILED, rejected.reason());
            case SendOutcome.RetryLater later -> new Again(later.after(), later.reason());
            case SendOutcome.Unknown unknown -> new Again(PATIENCE, unknown.reason());
        };
    }

    /**
     * A channel throws only before it calls: for a setting or a secret that is not there. An
     * operator mends that.
     */
    private SendOutcome attempt(OutboundMessage message, boolean first) {
        try {
            Account account =
                    directory
                            .account(message.account())
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "account "
                                                    + message.account()
                                                    + " is not in the directory"));
            Channel channel = channels.of(message.account());
            Secrets own = secrets.of(message.account());
            if (first) {
                message.answers()
                        .ifPresent(answered -> channel.acknowledge(answered, account, own));
            }
            return channel.send(message, account, own);
        } catch (RuntimeException e) {
            return new SendOutcome.RetryLater(UNTIL_MENDED, String.valueOf(e.getMessage()));
        }
    }

    private Outcome resolve(OutboundMessage message, InDoubt doubt, Instant now) {
        Duration left = Duration.between(now, doubt.since().plus(PATIENCE));
        if (left.isPositive()) {
            return new Again(left, "waiting for the receipt of an attempt whose end is not known");
        }
        if (!channels.of(message.account()).receiptsProveAcceptance()
                || doubt.attempt() >= DOUBTS) {
            String reason =
                    "the provider may have it: attempt "
                            + doubt.attempt()
                            + " ended without an answer";
            giveUp(message, reason, now);
            return new Done(Status.PARKED, reason);
        }
        return switch (conversations.takeOver(message.project(), doubt, message.id(), now)) {
            case Claimed claimed -> send(message, claimed, now);
            case Settled settled -> new Done(settled.status(), "its receipt came");
            case InDoubt other -> new Again(PATIENCE, "another attempt has begun");
            case Missing missing ->
                    throw new IllegalStateException("message " + message.id() + " is gone");
        };
    }
}
