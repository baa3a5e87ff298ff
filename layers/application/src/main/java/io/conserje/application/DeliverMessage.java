package io.conserje.application;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Conversations.Waiting;
import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.engine.send.Decision;
import io.conserje.engine.send.Initiative;
import io.conserje.engine.send.SendDecision;
import io.conserje.engine.send.Standing;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.TemplateUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands one message to its provider, when nothing speaks against it, and at most once wherever the
 * provider makes that possible. It is claimed before the call and settled after it; what died in
 * between is in doubt, and is not sent again blindly.
 */
public final class DeliverMessage {

    /** How often one message may fall into doubt before a person is asked to look. */
    static final int DOUBTS = 3;

    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private final Conversations conversations;
    private final Coordination coordination;
    private final TemplateBook templates;
    private final DeferralQueue deferred;
    private final Senders senders;
    private final Attempt attempt;
    private final Rulings rulings;
    private final Duration patience;

    /**
     * @param patience how long the receipt of a message in doubt is waited for, from when the doubt
     *     was noticed
     */
    public DeliverMessage(
            Conversations conversations,
            Coordination coordination,
            TemplateBook templates,
            DeferralQueue deferred,
            Senders senders,
            Words words,
            Duration patience) {
        this.conversations = conversations;
        this.coordination = coordination;
        this.templates = templates;
        this.deferred = deferred;
        this.senders = senders;
        this.rulings = new Rulings(words.reasons());
        this.patience = patience;
        this.attempt = new Attempt(conversations, coordination, rulings, patience);
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** Nothing is left to do. */
    public record Done(Status status, String detail) implements Outcome {}

    /** Later messages of the conversation wait for this one. */
    public record Again(Duration after, String reason) implements Outcome {}

    /** It waits elsewhere, and later messages of the conversation go on. */
    public record Deferred(Instant until, String reason) implements Outcome {}

    /**
     * @throws Unavailable when a table or a queue does not answer; doing it again is safe
     */
    public Outcome deliver(OutboundMessage message, Instant now) {
        Sender sender;
        try {
            sender = senders.of(message);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return broken(message, e, now);
        }
        Standing standing = standing(message);
        Decision decision = decide(message, standing, sender, now);
        return switch (decision) {
            case Decision.Send send ->
                    admit(message, message.with(send.content()), send, sender, standing, now);
            case Decision.UseTemplate use ->
                    admit(message, message.with(use.content()), use, sender, standing, now);
            case Decision.Wait wait -> hold(message, wait, now);
            case Decision.Refuse refuse -> refuse(message, refuse, now);
        };
    }

    /** Says visibly that a message will not be sent. */
    public void giveUp(OutboundMessage message, String reason, Instant now) {
        conversations.park(
                message.project(),
                message.id(),
                rulings.outcome("given up", "given-up", reason, 0, now));
    }

    /** An account that an operator has to mend stops its own messages and nobody else's. */
    private Outcome broken(OutboundMessage message, RuntimeException e, Instant now) {
        String why = String.valueOf(e.getMessage());
        boolean expired = message.terms().expiresAt().filter(at -> !now.isBefore(at)).isPresent();
        Ruling ruling =
                new Ruling(
                        expired ? Ruling.Kind.REFUSE : Ruling.Kind.WAIT,
                        "the account must be whole",
                        rulings.outcome("", "account-broken", why, 0, now).why(),
                        now);
        return switch (conversations.rule(message.project(), message.id(), ruling)) {
            case Settled settled -> new Done(settled.status(), "settled before");
            case Missing missing -> throw missing(message);
            case Waiting waiting -> new Again(UNTIL_MENDED, why);
            case InDoubt doubt -> new Again(UNTIL_MENDED, why);
            case Claimed claimed -> throw new IllegalStateException("a ruling claims nothing");
        };
    }

    private Standing standing(OutboundMessage message) {
        Standing known =
                conversations.load(message.project(), message.id().conversation()).standing();
        return template(message)
                .map(use -> templates.find(message.account(), use.name(), use.language()))
                .map(known::withTemplate)
                .orElse(known);
    }

    private static Optional<TemplateUse> template(OutboundMessage message) {
        return message.content() instanceof Templated templated
                ? Optional.of(templated.use())
                : message.terms().fallback();
    }

    private static Decision decide(
            OutboundMessage message, Standing standing, Sender sender, Instant now) {
        return SendDecision.decide(message, standing, sender.can(), sender.policy(), now);
    }

    /** Everything else speaks for it: now the pace of the account and of the contact. */
    private Outcome admit(
            OutboundMessage message,
            OutboundMessage leaving,
            Decision decision,
            Sender sender,
            Standing standing,
            Instant now) {
        return switch (coordination.admit(
                sender.account(),
                message.id().conversation(),
                sender.can(),
                Initiative.of(message.terms(), standing),
                now)) {
            case Coordination.Held held ->
                    switch (decide(message, standing.withHold(held.hold()), sender, now)) {
                        case Decision.Wait wait -> hold(message, wait, now);
                        case Decision.Refuse refuse -> refuse(message, refuse, now);
                        // A hold that ends this very moment.
                        case Decision.Send send -> new Again(Duration.ZERO, "the hold is over");
                        case Decision.UseTemplate use ->
                                new Again(Duration.ZERO, "the hold is over");
                    };
            case Coordination.Admitted admitted -> {
                Ruling ruling = rulings.of(decision, now);
                Claim claim = conversations.claim(message.project(), message.id(), ruling, now);
                yield claimed(leaving, sender, admitted, claim, now);
            }
        };
    }

    private Outcome claimed(
            OutboundMessage leaving,
            Sender sender,
            Coordination.Admitted admitted,
            Claim claim,
            Instant now) {
        return switch (claim) {
            case Claimed claimed -> attempt.make(leaving, sender, admitted, claimed, now);
            case InDoubt doubt -> resolve(leaving, sender, admitted, doubt, now);
            case Settled settled -> new Done(settled.status(), "settled before");
            case Waiting waiting -> new Again(Duration.ZERO, "it was given back meanwhile");
            case Missing missing -> throw missing(leaving);
        };
    }

    private Outcome hold(OutboundMessage message, Decision.Wait wait, Instant now) {
        Ruling ruling = rulings.of(wait, now);
        return switch (conversations.rule(message.project(), message.id(), ruling)) {
            case Waiting waiting when wait.inOrder() ->
                    new Again(Duration.between(now, wait.until()), wait.rule());
            case Waiting waiting -> {
                deferred.defer(new Deferral(message, wait.until()), now);
                yield new Deferred(wait.until(), wait.rule());
            }
            case Settled settled -> new Done(settled.status(), "settled before");
            case InDoubt doubt -> holdDoubt(message, wait, doubt, now);
            case Claimed claimed -> throw new IllegalStateException("a ruling claims nothing");
            case Missing missing -> throw missing(message);
        };
    }

    /** What may not be sent now may not be sent again now either, whoever may have it. */
    private Outcome holdDoubt(
            OutboundMessage message, Decision.Wait wait, InDoubt doubt, Instant now) {
        Optional<Outcome> patient = patience(doubt, now);
        if (patient.isPresent()) {
            return patient.get();
        }
        return wait.inOrder()
                ? new Again(Duration.between(now, wait.until()), wait.rule())
                : parked(message, doubt, now);
    }

    private Outcome refuse(OutboundMessage message, Decision.Refuse refuse, Instant now) {
        Ruling ruling = rulings.of(refuse, now);
        return switch (conversations.rule(message.project(), message.id(), ruling)) {
            case Settled settled -> new Done(settled.status(), refuse.rule());
            case InDoubt doubt -> patience(doubt, now).orElseGet(() -> parked(message, doubt, now));
            case Waiting waiting -> new Again(Duration.ZERO, "it was given back meanwhile");
            case Claimed claimed -> throw new IllegalStateException("a ruling claims nothing");
            case Missing missing -> throw missing(message);
        };
    }

    private static IllegalStateException missing(OutboundMessage message) {
        return new IllegalStateException(
                "message " + message.id() + " is queued and not in the table");
    }

    private Outcome resolve(
            OutboundMessage message,
            Sender sender,
            Coordination.Admitted admitted,
            InDoubt doubt,
            Instant now) {
        Optional<Outcome> waits = patience(doubt, now);
        if (waits.isPresent()) {
            return waits.get();
        }
        if (!sender.channel().receiptsProveAcceptance() || doubt.doubts() >= DOUBTS) {
            return parked(message, doubt, now);
        }
        return switch (conversations.takeOver(message.project(), doubt, message.id(), now)) {
            case Claimed claimed -> attempt.make(message, sender, admitted, claimed, now);
            case Settled settled -> new Done(settled.status(), "its receipt came");
            case InDoubt other -> new Again(patience, "another attempt has begun");
            case Waiting waiting -> new Again(Duration.ZERO, "it was given back meanwhile");
            case Missing missing -> throw missing(message);
        };
    }

    /** Its receipt is waited for, for a while. */
    private Optional<Outcome> patience(InDoubt doubt, Instant now) {
        Duration left = Duration.between(now, doubt.since().plus(patience));
        return left.isPositive()
                ? Optional.of(
                        new Again(
                                left,
                                "waiting for the receipt of an attempt whose end is not known"))
                : Optional.empty();
    }

    private Outcome parked(OutboundMessage message, InDoubt doubt, Instant now) {
        Ruling ruling = rulings.outcome("left in doubt", "in-doubt", "", doubt.attempt(), now);
        conversations.park(message.project(), message.id(), ruling);
        return new Done(Status.PARKED, ruling.rule());
    }
}
