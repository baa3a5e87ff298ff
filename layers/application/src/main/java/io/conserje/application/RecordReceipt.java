package io.conserje.application;

import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.model.CorrelationId;
import java.util.Optional;

/**
 * Notes what became of a message of ours. Receipts repeat and overtake each other; a status never
 * goes back.
 */
public final class RecordReceipt {
    private final Conversations conversations;

    public RecordReceipt(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * @return the correlation of the message that the receipt is about; empty for one that did not
     *     go through us, for example one sent from the business's phone
     * @throws Unavailable when the table does not answer; doing it again is safe
     */
    public Optional<CorrelationId> record(Notice notice) {
        return notice.receipt()
                .message()
                .flatMap(message ->
                        conversations.record(notice.project(), message, notice.receipt()));
    }
}
