package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversations.Status;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.Messages;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordReceiptTest {
    private static final CorrelationId OF_THE_RECEIPT = new CorrelationId("request-9");

    private final Desk desk = Desk.open();
    private final OutboundMessage message = desk.queued("Hola.");

    @Test
    void aReceiptMovesItsMessageAndLeadsBackToTheRequestItAnswered() {
        assertEquals(
                Optional.of(message.correlation()),
                record(Businesses.CLINIC, Optional.of(message.id())));

        assertEquals(Status.DELIVERED, desk.conversations().status(message));
    }

    @Test
    void aReceiptForWhatWasSentFromTheBusinesssPhoneIsNobodys() {
        assertEquals(Optional.empty(), record(Businesses.CLINIC, Optional.empty()));
    }

    @Test
    void aReceiptThatNamesAnotherProjectsMessageChangesNothing() {
        ProjectId stranger = new ProjectId("otra-clinica");

        assertEquals(Optional.empty(), record(stranger, Optional.of(message.id())));

        assertEquals(Status.QUEUED, desk.conversations().status(message));
    }

    private Optional<CorrelationId> record(ProjectId project, Optional<OutboundId> about) {
        Receipt receipt =
                new Receipt(
                        "wamid.OUT", about, Progress.DELIVERED, Messages.MORNING, Optional.empty());
        return desk.recordReceipt()
                .record(new ReceiptQueue.Notice(project, receipt, OF_THE_RECEIPT));
    }
}
