package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Race;
import io.conserje.testkit.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message is sent by one at a time, and how that ended is kept. */
public interface SendingContract extends UnderContract {
    SendOutcome ACCEPTED = new SendOutcome.Accepted("wamid.OUT");
    SendOutcome RETRY = new SendOutcome.RetryLater(Duration.ofSeconds(30), "too many requests");
    SendOutcome UNKNOWN = new SendOutcome.Unknown("no answer was read");

    @Test
    default void aQueuedMessageIsClaimedOnce() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");

        assertEquals(new Claimed(1), claim(message, ana.now()));
        assertEquals(new InDoubt(1, ana.now()), claim(message, ana.now().plusSeconds(5)));
    }

    @Test
    default void ofManyThatClaimOneGetsIt() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");

        List<Claim> claims = Race.of(30, () -> claim(message, ana.now()));

        assertEquals(1, claims.stream().filter(new Claimed(1)::equals).count());
        assertEquals(29, claims.stream().filter(new InDoubt(1, ana.now())::equals).count());
    }

    @Test
    default void whatIsNotThereCannotBeClaimedNorTakenOver() {
        Talk ana = Talk.withAna();
        OutboundId nobodys = new OutboundId(ana.id(), 9);
        InDoubt doubt = new InDoubt(1, ana.now());

        assertEquals(new Missing(), conversations().claim(ana.project(), nobodys, ana.now()));
        assertEquals(
                new Missing(), conversations().takeOver(ana.project(), doubt, nobodys, ana.now()));

        conversations().settle(ana.project(), nobodys, ACCEPTED, ana.now());
        conversations().park(ana.project(), nobodys, "why not", ana.now());
        assertEquals(new Missing(), conversations().claim(ana.project(), nobodys, ana.now()));
    }

    @Test
    default void anAcceptedMessageIsSettled() {
        OutboundMessage message = begun();

        settle(message, ACCEPTED);

        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    @Test
    default void aRejectedMessageHasFailed() {
        OutboundMessage message = begun();

        settle(message, new SendOutcome.Rejected("not a WhatsApp number"));

        assertEquals(Status.FAILED, settledAs(message));
    }

    @Test
    default void aMessageToBeTriedLaterIsClaimedAnewAndItsAttemptsAreCounted() {
        OutboundMessage message = begun();

        settle(message, RETRY);
        assertEquals(new Claimed(2), claim(message, later(60)));
        settle(message, RETRY);

        assertEquals(new Claimed(3), claim(message, later(120)));
    }

    @Test
    default void aMessageWhoseEndIsNotKnownStaysInDoubt() {
        OutboundMessage message = begun();

        settle(message, UNKNOWN);

        assertEquals(new InDoubt(1, Talk.withAna().now()), claim(message, later(60)));
    }

    @Test
    default void aMessageInDoubtIsTakenOverByOne() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        List<Claim> claims = Race.of(30, () -> takeOver(message, doubt, later(60)));

        assertEquals(1, claims.stream().filter(new Claimed(2)::equals).count());
        assertEquals(29, claims.stream().filter(new InDoubt(2, later(60))::equals).count());
    }

    @Test
    default void whatCameToItsEndIsNotTakenOver() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        settle(message, ACCEPTED);

        assertEquals(new Settled(Status.ACCEPTED), takeOver(message, doubt, later(60)));
    }

    @Test
    default void whatIsQueuedAgainInTheMeantimeIsNotTakenOverAndIsNotSettledEither() {
        OutboundMessage message = begun();
        InDoubt doubt = (InDoubt) claim(message, later(60));

        settle(message, RETRY);

        assertEquals(doubt, takeOver(message, doubt, later(60)));
        assertEquals(new Claimed(2), claim(message, later(90)));
    }

    @Test
    default void aLateEndDoesNotChangeASettledMessage() {
        OutboundMessage message = begun();
        settle(message, ACCEPTED);

        settle(message, RETRY);
        settle(message, UNKNOWN);
        settle(message, new SendOutcome.Rejected("too late"));

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
        settle(message, ACCEPTED);

        park(message);

        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    private OutboundMessage begun() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");
        claim(message, Talk.withAna().now());
        return message;
    }

    private Claim claim(OutboundMessage message, Instant now) {
        return conversations().claim(message.project(), message.id(), now);
    }

    private Claim takeOver(OutboundMessage message, InDoubt doubt, Instant now) {
        return conversations().takeOver(message.project(), doubt, message.id(), now);
    }

    private void settle(OutboundMessage message, SendOutcome outcome) {
        conversations().settle(message.project(), message.id(), outcome, later(1));
    }

    private void park(OutboundMessage message) {
        conversations().park(message.project(), message.id(), "nobody knows", later(1));
    }

    private static Instant later(int seconds) {
        return Talk.withAna().now().plusSeconds(seconds);
    }
}
