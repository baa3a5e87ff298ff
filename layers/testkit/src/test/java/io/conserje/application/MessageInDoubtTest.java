package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.Conversations.Status;
import io.conserje.application.DeliverMessage.Again;
import io.conserje.application.DeliverMessage.Done;
import io.conserje.application.DeliverMessage.Outcome;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Desk;
import io.conserje.testkit.InMemoryConversations.Moment;
import io.conserje.testkit.Messages;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call whose end is not known: the provider may have the message, so nothing is done blindly. */
class MessageInDoubtTest {
    private static final Instant NOW = Messages.MORNING;
    private static final SendOutcome NO_ANSWER = new SendOutcome.Unknown("no answer was read");

    private final Desk desk = Desk.open();
    private final OutboundMessage message = desk.queued("Abrimos a las ocho.");

    @Test
    void itsReceiptIsWaitedFor() {
        desk.channel().ends(NO_ANSWER);

        assertEquals(new Again(Desk.PATIENCE, "no answer was read"), deliver(NOW));
        assertEquals(Desk.PATIENCE.minusSeconds(5), ((Again) deliver(NOW.plusSeconds(5))).after());

        assertEquals(1, desk.channel().sent().size());
        assertEquals(Status.SENDING, desk.conversations().status(message));
    }

    @Test
    void aReceiptThatComesSettlesIt() {
        desk.channel().ends(NO_ANSWER);
        deliver(NOW);

        tell(Progress.DELIVERED);

        assertEquals(
                new Done(Status.DELIVERED, "settled before"), deliver(NOW.plus(Desk.PATIENCE)));
        assertEquals(1, desk.channel().sent().size());
    }

    @Test
    void withoutAReceiptItIsSentAgain() {
        desk.channel().ends(NO_ANSWER);
        deliver(NOW);

        assertEquals(new Done(Status.ACCEPTED, "provider-2"), deliver(NOW.plus(Desk.PATIENCE)));

        assertEquals(2, desk.channel().sent().size());
    }

    @Test
    void afterTheThirdTimeItIsParkedForAPerson() {
        desk.channel().ends(NO_ANSWER, NO_ANSWER, NO_ANSWER);
        deliver(NOW);
        deliver(NOW.plus(Desk.PATIENCE));
        deliver(NOW.plus(Desk.PATIENCE.multipliedBy(2)));

        Outcome end = deliver(NOW.plus(Desk.PATIENCE.multipliedBy(3)));

        assertEquals(new Done(Status.PARKED, "left in doubt"), end);
        assertEquals(Status.PARKED, desk.conversations().status(message));
        assertEquals(
                "The provider may have it: attempt 3 was never answered.",
                desk.conversations().reason(message));
        assertEquals(3, desk.channel().sent().size());
    }

    @Test
    void whereReceiptsProveNothingItIsParkedAndNeverSentAgain() {
        desk.channel().withReceiptsThatProveNothing().ends(NO_ANSWER);

        assertEquals(new Done(Status.PARKED, "no answer was read"), deliver(NOW));

        assertEquals(Status.PARKED, desk.conversations().status(message));
        assertEquals(new Done(Status.PARKED, "settled before"), deliver(NOW.plus(Desk.PATIENCE)));
        assertEquals(1, desk.channel().sent().size());
    }

    @Test
    void whoDiesBetweenTheCallAndItsNoteLeavesADoubt() {
        desk.conversations()
                .interruptOnce(
                        Moment.BEFORE_SETTLING,
                        () -> {
                            throw new Unavailable("the table");
                        });
        assertThrows(Unavailable.class, () -> deliver(NOW));

        // However long they all were away, its receipt is waited for from now on.
        Instant back = NOW.plusSeconds(300);
        assertEquals(Desk.PATIENCE, ((Again) deliver(back)).after());
        assertEquals(Desk.PATIENCE.minusSeconds(1), ((Again) deliver(back.plusSeconds(1))).after());
        tell(Progress.SENT);

        assertEquals(new Done(Status.SENT, "settled before"), deliver(back.plusSeconds(2)));
        assertEquals(1, desk.channel().sent().size());
    }

    @Test
    void aReceiptForAParkedMessageShowsThatItArrived() {
        desk.channel().withReceiptsThatProveNothing().ends(NO_ANSWER);
        deliver(NOW);

        tell(Progress.READ);

        assertEquals(Status.READ, desk.conversations().status(message));
    }

    private Outcome deliver(Instant now) {
        return desk.deliverMessage().deliver(message, now);
    }

    private void tell(Progress progress) {
        desk.recordReceipt()
                .record(
                        new ReceiptQueue.Notice(
                                message.project(),
                                new Receipt(
                                        "wamid.OUT",
                                        Optional.of(message.id()),
                                        progress,
                                        NOW,
                                        Optional.empty()),
                                message.correlation()));
    }
}
