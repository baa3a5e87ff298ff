package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.Explained;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Conversations.Waiting;
import io.conserje.application.Ruling;
import io.conserje.engine.send.Standing;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Race;
import io.conserje.testkit.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message is sent by one at a time, and how that ended is kept. */
public interface SendingContract extends UnderContract {

    @Test
    default void aQueuedMessageIsClaimedOnce() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");

        assertEquals(new Claimed(1), claim(message, ana.now()));
        assertEquals(
                new InDoubt(1, 1, ana.now().plusSeconds(5)),
                claim(message, ana.now().plusSeconds(5)));
    }

    @Test
    default void aDoubtBeginsWhenItIsNoticed() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");
        claim(message, ana.now());
        Instant noticed = ana.now().plusSeconds(300);

        assertEquals(new InDoubt(1, 1, noticed), claim(message, noticed));
        assertEquals(new InDoubt(1, 1, noticed), claim(message, noticed.plusSeconds(5)));
    }

    @Test
    default void whoIsLeftUnansweredBeginsTheDoubt() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");
        claim(message, ana.now());
        settle(message, Status.SENDING);

        Instant told = KeptRulings.outcome(Status.SENDING).at();
        assertEquals(new InDoubt(1, 1, told), claim(message, told.plusSeconds(9)));
    }

    @Test
    default void ofManyThatClaimOneGetsIt() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");

        List<Claim> claims = Race.of(30, () -> claim(message, ana.now()));

        assertEquals(1, claims.stream().filter(new Claimed(1)::equals).count());
        assertEquals(29, claims.stream().filter(new InDoubt(1, 1, ana.now())::equals).count());
    }

    @Test
    default void whatIsNotThereCannotBeClaimedNorTakenOver() {
        Talk ana = Talk.withAna();
        OutboundId nobodys = new OutboundId(ana.id(), 9);
        InDoubt doubt = new InDoubt(1, 1, ana.now());

        assertEquals(new Missing(), claim(ana.project(), nobodys, ana.now()));
        assertEquals(
                new Missing(), conversations().takeOver(ana.project(), doubt, nobodys, ana.now()));

        conversations()
                .settle(
                        ana.project(),
                        nobodys,
                        Status.ACCEPTED,
                        KeptRulings.outcome(Status.ACCEPTED),
                        Optional.empty());
        conversations().park(ana.project(), nobodys, KeptRulings.outcome(Status.PARKED));
        assertEquals(new Missing(), claim(ana.project(), nobodys, ana.now()));
    }

    @Test
    default void anAcceptedMessageIsSettled() {
        OutboundMessage message = begun();

        settle(message, Status.ACCEPTED);

        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    @Test
    default void aRejectedMessageHasFailed() {
        OutboundMessage message = begun();

        settle(message, Status.FAILED);

        assertEquals(Status.FAILED, settledAs(message));
    }

    @Test
    default void aMessageToBeTriedLaterIsClaimedAnewAndItsAttemptsAreCounted() {
        OutboundMessage message = begun();

        settle(message, Status.QUEUED);
        assertEquals(new Claimed(2), claim(message, later(60)));
        settle(message, Status.QUEUED);

        assertEquals(new Claimed(3), claim(message, later(120)));
    }

    @Test
    default void aMessageWhoseEndIsNotKnownStaysInDoubt() {
        OutboundMessage message = begun();

        settle(message, Status.SENDING);

        assertEquals(new InDoubt(1, 1, Talk.withAna().now()), claim(message, later(60)));
    }

    @Test
    default void aMessageInDoubtIsTakenOverByOne() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        List<Claim> claims = Race.of(30, () -> takeOver(message, doubt, later(60)));

        assertEquals(1, claims.stream().filter(new Claimed(2)::equals).count());
        assertEquals(29, claims.stream().filter(new InDoubt(2, 2, later(60))::equals).count());
    }

    @Test
    default void whatCameToItsEndIsNotTakenOver() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        settle(message, Status.ACCEPTED);

        assertEquals(new Settled(Status.ACCEPTED), takeOver(message, doubt, later(60)));
    }

    @Test
    default void whatIsQueuedAgainInTheMeantimeIsNotTakenOverAndIsNotSettledEither() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        settle(message, Status.QUEUED);

        assertEquals(new Waiting(), takeOver(message, doubt, later(60)));
        assertEquals(new Claimed(2), claim(message, later(90)));
    }

    @Test
    default void aLateEndDoesNotChangeASettledMessage() {
        OutboundMessage message = begun();
        settle(message, Status.ACCEPTED);

        settle(message, Status.QUEUED);
        settle(message, Status.SENDING);
        settle(message, Status.FAILED);

        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    @Test
    default void aQueuedOrDoubtfulMessageCanBeParked() {
        OutboundMessage queued = Talk.withBeto().says(conversations(), "Hola.");
        OutboundMessage doubtful = begun();

        park(queued);
        park(doubtful);

        assertEquals(Status.PARKED, settledAs(queued));
        assertEquals(Status.PARKED, settledAs(doubtful));
    }

    @Test
    default void aSettledMessageIsNotParked() {
        OutboundMessage message = begun();
        settle(message, Status.ACCEPTED);

        park(message);

        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    private OutboundMessage begun() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");
        claim(message, Talk.withAna().now());
        return message;
    }

    private Claim takeOver(OutboundMessage message, InDoubt doubt, Instant now) {
        return conversations().takeOver(message.project(), doubt, message.id(), now);
    }

    @Test
    default void aRefusedMessageIsSettledWithTheReason() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");

        Claim refused = rule(message, Ruling.Kind.REFUSE);

        assertEquals(new Settled(Status.REFUSED), refused);
        assertEquals(new Settled(Status.REFUSED), claim(message, later(1)));
        assertEquals(List.of(KeptRulings.of(Ruling.Kind.REFUSE)), rulings(message));
    }

    @Test
    default void aMessageThatWaitsIsStillQueuedAndTellsWhy() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");

        assertEquals(new Waiting(), rule(message, Ruling.Kind.WAIT));

        assertEquals(List.of(KeptRulings.of(Ruling.Kind.WAIT)), rulings(message));
        assertEquals(new Claimed(1), claim(message, later(1)));
    }

    @Test
    default void whatIsBeingSentIsNeitherRefusedNorHeldBack() {
        OutboundMessage message = begun();

        InDoubt doubt = new InDoubt(1, 1, Talk.withAna().now());
        assertEquals(doubt, rule(message, Ruling.Kind.REFUSE));
        assertEquals(doubt, rule(message, Ruling.Kind.WAIT));
    }

    @Test
    default void allThatIsKnownOfAMessageIsTold() {
        OutboundMessage message = begun();
        settle(message, Status.ACCEPTED);

        Explained explained =
                conversations().explain(message.project(), message.id()).orElseThrow();

        assertEquals(message, explained.content());
        assertEquals(Status.ACCEPTED, explained.status());
        assertEquals(1, explained.attempts());
        assertEquals(Optional.of("wamid.OUT"), explained.providerId());
        assertEquals(
                List.of(KeptRulings.FINE, KeptRulings.outcome(Status.ACCEPTED)),
                explained.rulings());
        OutboundId nobodys = new OutboundId(message.id().conversation(), 99);
        assertEquals(Optional.empty(), conversations().explain(message.project(), nobodys));
    }

    @Test
    default void whatFailedOrWasParkedIsListedForAPerson() {
        OutboundMessage fine = begun();
        settle(fine, Status.ACCEPTED);
        OutboundMessage failed = Talk.withBeto().says(conversations(), "Hola.");
        claim(failed, later(1));
        settle(failed, Status.FAILED);

        assertEquals(List.of(failed.id()), conversations().troubles(failed.project(), 10));
    }

    @Test
    default void whatIsLearntAboutAContactIsKeptBesideWhatTurnsWrite() {
        Talk ana = Talk.withAna();
        ana.says(conversations(), "Hola.");

        conversations().unreachable(ana.project(), ana.id(), later(1));
        conversations().noticed(ana.project(), ana.id(), List.of(later(2)));

        Standing standing = conversations().load(ana.project(), ana.id()).standing();
        assertEquals(Optional.of(later(1)), standing.unreachableSince());
        assertEquals(List.of(later(2)), standing.notices());
        assertEquals(Optional.of(ana.now()), standing.lastInbound());
    }

    private Claim rule(OutboundMessage message, Ruling.Kind kind) {
        return conversations().rule(message.project(), message.id(), KeptRulings.of(kind));
    }

    private List<Ruling> rulings(OutboundMessage message) {
        return conversations().explain(message.project(), message.id()).orElseThrow().rulings();
    }

    private static Instant later(int seconds) {
        return Talk.withAna().now().plusSeconds(seconds);
    }
}
