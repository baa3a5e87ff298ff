package io.conserje.local.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened how often. */
final class BookingTally {
    enum What {
        HELD,
        CONFIRMED,
        MOVED,
        CANCELLED,
        /** Nothing was free, or somebody else was faster. */
        REFUSED,
        /** The customer sent the message again whose answer was lost. */
        REPEATED,
        /** The customer was gone when the hold was theirs. */
        GONE,
        /** They said yes when the hold had ended, and were refused. */
        TOO_LATE,
        /** The table was too busy; the same call again. */
        RETRIED
    }

    private final Map<What, AtomicInteger> counts = new EnumMap<>(What.class);

    BookingTally() {
        for (What what : What.values()) {
            counts.put(what, new AtomicInteger());
        }
    }

    void count(What what) {
        counter(what).incrementAndGet();
    }

    int of(What what) {
        return counter(what).get();
    }

    private AtomicInteger counter(What what) {
        return counts.computeIfAbsent(what, it -> new AtomicInteger());
    }
}
