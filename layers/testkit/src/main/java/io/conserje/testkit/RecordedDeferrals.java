package io.conserje.testkit;

import io.conserje.application.DeferralQueue;
import java.time.Instant;
import java.util.List;

/** The queue of what waits for hours, which remembers and goes nowhere. */
public final class RecordedDeferrals implements DeferralQueue {
    private final Tape<Deferral> tape = new Tape<>();

    @Override
    public void defer(Deferral deferral, Instant now) {
        tape.take(List.of(deferral));
    }

    /** Lets the next calls fail, with nothing queued. */
    public void downFor(int calls) {
        tape.downFor(calls);
    }

    public List<Deferral> all() {
        return tape.all();
    }
}
