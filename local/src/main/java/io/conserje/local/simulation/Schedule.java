package io.conserje.local.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Simulated time. What happens is an event with a moment; between events nothing happens. Of all
 * threads that take part, one runs at a time: the one that has the turn. Who has to wait for
 * something ({@link Strand}) lets the next events happen itself, until one of them is the end of
 * its own wait or somebody else's, who then has the turn. So the order of everything follows from
 * the moments alone, and who waits alone goes on without a change of threads.
 */
final class Schedule {
    private static final Duration STUCK = Duration.ofSeconds(60);

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private Instant now;
    private Instant end;
    private long number;
    private long left;
    private @Nullable Thread owner;
    private volatile boolean over;
    private volatile @Nullable Throwable broken;

    /**
     * @param wakes whose turn it is then; empty for something that merely happens
     */
    private record Event(
            Instant at, long number, @Nullable Strand wakes, @Nullable Runnable happens)
            implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int time = at.compareTo(other.at);
            return time == 0 ? Long.compare(number, other.number) : time;
        }
    }

    Schedule(Instant start) {
        this.now = start;
        this.end = start;
    }

    Instant now() {
        return now;
    }

    void after(Duration delay, Runnable what) {
        at(now.plus(delay), what);
    }

    void at(Instant moment, Runnable what) {
        events.add(new Event(moment, number++, null, what));
    }

    void wake(Strand strand, Duration delay) {
        events.add(new Event(now.plus(delay), number++, strand, null));
    }

    /**
     * Lets things happen, one after the other, until then.
     *
     * @throws IllegalStateException when there is no end to it, or simulated code failed in a way
     *     that is none of its functions'
     */
    void runUntil(Instant until, long most) {
        end = until;
        left = most;
        over = false;
        owner = Thread.currentThread();
        goOn(null);
        Throwable failure = broken;
        if (failure != null) {
            throw new IllegalStateException("the simulation itself failed: " + failure, failure);
        }
        if (left <= 0) {
            throw new IllegalStateException("more than " + most + " events until " + until);
        }
        now = until;
    }

    /** The simulation cannot go on. */
    void fail(Throwable cause) {
        broken = cause;
    }

    /**
     * Lets things happen until the caller has the turn again.
     *
     * @param caller empty for the owner, whose turn it is when the time is over
     */
    void goOn(@Nullable Strand caller) {
        while (!isOver()) {
            Event next = events.remove();
            now = next.at();
            left--;
            if (next.happens() != null) {
                happen(next.happens());
            } else if (next.wakes() == caller) {
                return;
            } else if (next.wakes() != null) {
                next.wakes().takeTurn();
                rest(caller);
                return;
            }
        }
        over = true;
        if (caller != null) {
            LockSupport.unpark(owner);
            caller.rest();
        }
    }

    private void happen(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException failed) {
            fail(failed);
        }
    }

    private boolean isOver() {
        Event next = events.peek();
        return broken != null || left <= 0 || next == null || next.at().isAfter(end);
    }

    private void rest(@Nullable Strand caller) {
        if (caller != null) {
            caller.rest();
            return;
        }
        long before = -1;
        while (!over) {
            LockSupport.parkNanos(this, STUCK.toNanos());
            if (!over && before == number) {
                throw new IllegalStateException(
                        "simulated code waits for something that is not simulated");
            }
            before = number;
        }
    }
}
