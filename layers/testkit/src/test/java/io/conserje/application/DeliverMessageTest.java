package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Conversations.Status;
import io.conserje.application.DeliverMessage.Again;
import io.conserje.application.DeliverMessage.Done;
import io.conserje.application.DeliverMessage.Outcome;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.InMemoryDirectory;
import io.conserje.testkit.InMemorySecrets;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Race;
import io.conserje.testkit.ScriptedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverMessageTest {
    private static final Instant NOW = Messages.MORNING;

    private final Desk desk = Desk.open();
    private final OutboundMessage message = desk.queued("Abrimos a las ocho.");

    @Test
    void anAcceptedMessageIsDone() {
        desk.channel().ends(new SendOutcome.Accepted("wamid.OUT"));

        assertEquals(new Done(Status.ACCEPTED, "wamid.OUT"), deliver(NOW));

        assertEquals(List.of(message), desk.channel().sent());
        assertEquals(Status.ACCEPTED, desk.conversations().status(message));
    }

    @Test
    void theMessageThatItAnswersIsMarkedAsRead() {
        deliver(NOW);

        assertEquals(List.of(message.answers().orElseThrow()), desk.channel().acknowledged());
    }

    @Test
    void aRejectedMessageHasFailedAndTellsWhy() {
        desk.channel().ends(new SendOutcome.Rejected("not a WhatsApp number"));

        assertEquals(new Done(Status.FAILED, "not a WhatsApp number"), deliver(NOW));

        assertEquals(Status.FAILED, desk.conversations().status(message));
        assertEquals(
                "The provider rejected it: not a WhatsApp number",
                desk.conversations().reason(message));
    }

    @Test
    void aMessageThatMustWaitIsTriedAgainAndMarksAsReadOnce() {
        Duration after = Duration.ofSeconds(30);
        desk.channel().ends(new SendOutcome.RetryLater(after, "too many requests"));

        assertEquals(new Again(after, "too many requests"), deliver(NOW));
        assertEquals(Status.QUEUED, desk.conversations().status(message));
        assertEquals(new Done(Status.ACCEPTED, "provider-2"), deliver(NOW.plus(after)));

        assertEquals(1, desk.channel().acknowledged().size());
    }

    @Test
    void whatWasDoneBeforeIsNotDoneAgain() {
        deliver(NOW);

        assertEquals(new Done(Status.ACCEPTED, "settled before"), deliver(NOW.plusSeconds(400)));

        assertEquals(1, desk.channel().sent().size());
    }

    @Test
    void ofManyThatAreHandedTheSameMessageOneSendsIt() {
        Race.of(20, () -> deliver(NOW));

        assertEquals(List.of(message), desk.channel().sent());
        assertEquals(Status.ACCEPTED, desk.conversations().status(message));
    }

    @Test
    void aMessageThatIsQueuedAndNotInTheTableIsAnErrorThatNamesIt() {
        OutboundId unknown = new OutboundId(message.id().conversation(), 99);
        OutboundMessage nobodys =
                new OutboundMessage(
                        unknown,
                        message.project(),
                        message.account(),
                        message.to(),
                        message.answers(),
                        message.content(),
                        message.terms(),
                        message.correlation(),
                        message.decidedAt());

        IllegalStateException e =
                assertThrows(
                        IllegalStateException.class,
                        () -> desk.deliverMessage().deliver(nobodys, NOW));

        assertTrue(String.valueOf(e.getMessage()).contains(unknown.toString()));
        assertEquals(List.of(), desk.channel().sent());
    }

    @Test
    void aMessageThatIsGivenUpIsParkedWithTheReason() {
        desk.deliverMessage().giveUp(message, "the code is broken", NOW);

        assertEquals(Status.PARKED, desk.conversations().status(message));
        assertTrue(desk.conversations().reason(message).contains("the code is broken"));
        assertEquals(new Done(Status.PARKED, "settled before"), deliver(NOW));
    }

    @Test
    void anAccountThatIsNotInTheDirectoryIsWaitedFor() {
        Desk mended = Desk.of(new InMemoryDirectory().with(Businesses.clinic()), secrets());
        OutboundMessage waiting = mended.queued("Hola.");

        Outcome first = mended.deliverMessage().deliver(waiting, NOW);
        mended.directory().with(Businesses.account());
        Outcome second = mended.deliverMessage().deliver(waiting, NOW.plusSeconds(60));

        assertEquals(
                new Again(
                        Duration.ofMinutes(1),
                        "account scripted/clinica is not in the directory: apply the project's file"),
                first);
        assertEquals(new Done(Status.ACCEPTED, "provider-1"), second);
    }

    @Test
    void aSecretThatIsNotThereIsWaitedForHoweverLongItTakes() {
        Desk mended = Desk.of(directory(), new InMemorySecrets());
        OutboundMessage waiting = mended.queued("Hola.");

        for (int minute = 0; minute < 60; minute++) {
            Instant then = NOW.plusSeconds(60L * minute);
            assertInstanceOf(Again.class, mended.deliverMessage().deliver(waiting, then));
            assertEquals(Status.QUEUED, mended.conversations().status(waiting));
        }
        assertEquals(
                "secret 'scripted/clinica/app-secret' is not there",
                mended.coordination().outages().getFirst().reason());
        mended.secrets().with(Businesses.ACCOUNT, ScriptedChannel.SECRET, Desk.SIGNATURE);

        assertEquals(
                new Done(Status.ACCEPTED, "provider-1"),
                mended.deliverMessage().deliver(waiting, NOW.plusSeconds(4000)));
    }

    private Outcome deliver(Instant now) {
        return desk.deliverMessage().deliver(message, now);
    }

    private static InMemoryDirectory directory() {
        return new InMemoryDirectory().with(Businesses.account()).with(Businesses.clinic());
    }

    private static InMemorySecrets secrets() {
        return new InMemorySecrets()
                .with(Businesses.ACCOUNT, ScriptedChannel.SECRET, Desk.SIGNATURE);
    }
}
