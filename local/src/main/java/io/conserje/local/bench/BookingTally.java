package io.conserje.local.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened how often. */
final class BookingTally {
    enum What {
        /** Customers were told to choose another time, among some. */
        OFFERED,
        /** They were told that there is none. */
        FULL,
        /** They were told that somebody else was faster. */
        TAKEN,
        /** A time was summed up and kept for them. */
        SUMMED_UP,
        BOOKED,
        MOVED,
        CANCELLED,
        /** They said yes when the hold had ended. */
        LATE,
        /** They were told what they have. */
        LISTED,
        /** The customer did not answer when a time was kept for them. */
        GONE,
        /** A write came after somebody else's; it was decided again. */
        OVERTAKEN,
        /** The table was too busy; the queue has it done later. */
        BUSY
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
