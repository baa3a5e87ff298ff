package io.conserje.local.emulator.post;

import io.conserje.local.emulator.EmulatorState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts what is still to be posted. */
public final class Backlog {
    private final AtomicLong pending = new AtomicLong();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private volatile @Nullable String lastError;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();

    public void accepted() {
        accepted.increment();
    }

    public EmulatorState state() {
        return new EmulatorState(pending.get(), acknowledged.sum(), accepted.sum(), lastError);
    }

    public boolean awaitQuiet(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (pending.get() > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return pending.get() == 0;
    }

    /** Until the {@link #settle} that goes with it, there is no quiet. */
    public void owe() {
        pending.incrementAndGet();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    /**
     * Must come last: whoever waits for quiet expects every other trace of the work to be there.
     */
    public void settle() {
        if (pending.decrementAndGet() == 0) {
            lock.lock();
            try {
                quiet.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    void problem(String what) {
        lastError = what;
    }
}
