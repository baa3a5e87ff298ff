package io.conserje.application;

import io.conserje.model.CorrelationId;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import java.util.List;

/** The way of receipts: a standard queue, so that they never hold up a conversation. */
public interface ReceiptQueue {

    /**
     * A receipt and whose it is.
     *
     * @param correlation the one of the webhook that brought it
     */
    record Notice(ProjectId project, Receipt receipt, CorrelationId correlation) {}

    /**
     * @throws Unavailable when not all of them are durable
     */
    void send(List<Notice> receipts);
}
