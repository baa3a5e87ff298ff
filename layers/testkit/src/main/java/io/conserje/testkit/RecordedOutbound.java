package io.conserje.testkit;

import io.conserje.application.DeferralQueue;
import io.conserje.application.OutboundQueue;
import io.conserje.model.OutboundMessage;
import java.time.Instant;
import java.util.List;

/** The outbound queue, which remembers and goes nowhere. */
public final class RecordedOutbound implements OutboundQueue {
    private final Tape<OutboundMessage> tape = new Tape<>();

    @Override
    public void send(List<OutboundMessage> messages) {
        tape.take(messages);
    }

    @Override
    public void again(DeferralQueue.Deferral deferral, Instant now) {
        tape.take(List.of(deferral.message()));
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
    public List<OutboundMessage> all() {
        return tape.all();
    }
}
