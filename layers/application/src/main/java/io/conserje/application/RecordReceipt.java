package io.conserje.application;

import io.conserje.application.ReceiptQueue.Notice;

/**
 * Notes what became of a message of ours. Receipts repeat and overtake each other; a status never
 * goes back.
 */
public final class RecordReceipt {
    private final Conversations conversations;

    public RecordReceipt(Conversations conversations) {
        this.conversations = conversations;
    }

    public enum Outcome {
        RECORDED,
        /**
         * It is about a message that did not go through us, for example one sent from the
         * business's phone.
         */
        NOT_OURS
    }

    /**
     * @throws Unavailable when the table does not answer; doing it again is safe
     */
    public Outcome record(Notice notice) {
        return notice.receipt()
                .message()
                .filter(message ->
                        conversations.record(notice.project(), message, notice.receipt()))
                .map(message -> Outcome.RECORDED)
                .orElse(Outcome.NOT_OURS);
    }
}
