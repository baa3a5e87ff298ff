package io.conserje.testkit;

import io.conserje.application.ArrivalQueue;
import io.conserje.model.Arrival;
import java.util.List;

/** The inbound queue, which remembers and goes nowhere. */
public final class RecordedArrivals implements ArrivalQueue {
    private final Tape<Arrival> tape = new Tape<>();

    @Override
    public void send(List<Arrival> arrivals) {
        tape.take(arrivals);
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
    public List<Arrival> all() {
        return tape.all();
    }
}
