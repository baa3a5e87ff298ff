package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversations.Status;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Receipts repeat and overtake each other and the call that they are about. */
public interface ReceiptsContract extends UnderContract {

    @Test
    default void aReceiptIsToldTheCorrelationOfItsMessage() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");

        assertEquals(Optional.of(message.correlation()), record(message, Progress.SENT));
        assertEquals(Optional.of(message.correlation()), record(message, Progress.SENT));
    }

    @Test
    default void aReceiptForWhatIsNotOursIsToldNothing() {
        Talk ana = Talk.withAna();
        OutboundId nobodys = new OutboundId(ana.id(), 9);

        assertEquals(
                Optional.empty(),
                conversations().record(ana.project(), nobodys, receipt(nobodys, Progress.SENT)));
    }

    /** The provider's receipt can be faster than its answer to our call. */
    @Test
    default void aReceiptBeforeTheCallsOwnEndIsNotUndoneByIt() {
        for (Status end : List.of(Status.ACCEPTED, Status.SENDING, Status.QUEUED, Status.FAILED)) {
            OutboundMessage message = begun("before " + end);

            record(message, Progress.SENT);
            settle(message, end);

            assertEquals(Status.SENT, settledAs(message), end.name());
        }
    }

    @Test
    default void aReceiptResolvesADoubt() {
        OutboundMessage message = begun("Hola.");
        settle(message, Status.SENDING);

        record(message, Progress.DELIVERED);

        assertEquals(Status.DELIVERED, settledAs(message));
    }

    @Test
    default void aReceiptForWhatWaitsToBeTriedAgainEndsTheWait() {
        OutboundMessage message = begun("Hola.");
        settle(message, Status.QUEUED);

        record(message, Progress.SENT);

        assertEquals(Status.SENT, settledAs(message));
    }

    @Test
    default void aReceiptForAParkedMessageTellsThatItArrivedAfterAll() {
        OutboundMessage message = begun("Hola.");
        park(message);

        record(message, Progress.DELIVERED);

        assertEquals(Status.DELIVERED, settledAs(message));
    }

    @Test
    default void aFailureAfterItWasSentBecomesVisible() {
        OutboundMessage message = begun("Hola.");
        settle(message, Status.ACCEPTED);

        record(message, Progress.SENT);
        record(message, Progress.FAILED);

        assertEquals(Status.FAILED, settledAs(message));
    }

    @Test
    default void inWhateverOrderReceiptsComeAStatusNeverGoesBack() {
        for (List<Progress> order :
                orders(
                        List.of(
                                Progress.SENT,
                                Progress.DELIVERED,
                                Progress.READ,
                                Progress.FAILED))) {
            OutboundMessage message = begun(order.toString());
            Status expected = Status.QUEUED;
            for (Progress told : order) {
                record(message, told);

                expected = further(expected, told);
                assertEquals(expected, settledAs(message), "after " + told + " of " + order);
            }
        }
    }

    @Test
    default void aVoiceNoteThatWasPlayedWasReadAndIsNeverLess() {
        OutboundMessage message = begun("Hola.");

        record(message, Progress.PLAYED);
        List.of(Progress.values()).forEach(late -> record(message, late));

        assertEquals(Status.PLAYED, settledAs(message));
    }

    /** A failure is final, and comes too late for what the customer already has. */
    private static Status further(Status from, Progress told) {
        Status to = Status.valueOf(told.name());
        if (to == Status.FAILED) {
            return from.compareTo(Status.SENT) <= 0 ? to : from;
        }
        return from == Status.FAILED || to.compareTo(from) < 0 ? from : to;
    }

    private static List<List<Progress>> orders(List<Progress> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Progress>> orders = new ArrayList<>();
        for (Progress first : all) {
            List<Progress> rest = all.stream().filter(other -> other != first).toList();
            for (List<Progress> tail : orders(rest)) {
                List<Progress> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }

    private OutboundMessage begun(String text) {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), text);
        claim(message, ana.now());
        return message;
    }

    private Optional<CorrelationId> record(OutboundMessage message, Progress progress) {
        return conversations()
                .record(message.project(), message.id(), receipt(message.id(), progress));
    }

    private static Receipt receipt(OutboundId message, Progress progress) {
        return new Receipt(
                "wamid.OUT",
                Optional.of(message),
                progress,
                Talk.withAna().now(),
                progress == Progress.FAILED ? Optional.of("undeliverable") : Optional.empty());
    }
}
