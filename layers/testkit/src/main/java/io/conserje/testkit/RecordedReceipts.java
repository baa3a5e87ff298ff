package io.conserje.testkit;

import io.conserje.application.ReceiptQueue;
import java.util.List;

/** The receipts' queue, which remembers and goes nowhere. */
public final class RecordedReceipts implements ReceiptQueue {
    private final Tape<Notice> tape = new Tape<>();

    @Override
    public void send(List<Notice> receipts) {
        tape.take(receipts);
    }

    /** Lets the next calls fail, with nothing queued. */
    public void downFor(int calls) {
        tape.downFor(calls);
    }

    /** Takes so many more entries, then fails once in the middle of a call. */
    public void fallsAfter(int entries) {
        tape.fallsAfter(entries);
    }

    /**
     * Everything that was queued, repetitions included: telling them apart is the queue's own work.
     */
    public List<Notice> all() {
        return tape.all();
    }
}
