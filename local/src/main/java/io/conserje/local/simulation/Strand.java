package io.conserje.local.simulation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of simulated code, which runs while it has the {@link Schedule}'s turn. */
final class Strand {
    private static final ThreadLocal<@Nullable Strand> CURRENT = new ThreadLocal<>();

    private final Schedule schedule;
    private final Process process;
    private final Thread thread;
    private volatile boolean hasTurn;
    private boolean started;
    private boolean ended;

    private Strand(Schedule schedule, Process process, Runnable work, Runnable died) {
        this.schedule = schedule;
        this.process = process;
        this.thread = Thread.ofVirtual().unstarted(() -> run(work, died));
    }

    /**
     * Begins at once, as the next event.
     *
     * @param died told when the process does not live to the end of it
     */
    static void begin(Schedule schedule, Process process, Runnable work, Runnable died) {
        schedule.wake(new Strand(schedule, process, work, died), Duration.ZERO);
    }

    static Strand current() {
        Strand strand = CURRENT.get();
        if (strand == null) {
            throw new IllegalStateException("only simulated code can wait");
        }
        return strand;
    }

    Process process() {
        return process;
    }

    private void run(Runnable work, Runnable died) {
        CURRENT.set(this);
        try {
            process.requireAlive();
            work.run();
        } catch (Crash crash) {
            died.run();
        } catch (RuntimeException | LinkageError | AssertionError broken) {
            schedule.fail(broken);
        }
        ended = true;
        schedule.goOn(this);
    }

    /** Lets simulated time go by. The process may be dead when it is over. */
    void await(Duration time) {
        schedule.wake(this, time);
        pause();
    }

    /** Until somebody wakes it. The process may be dead by then. */
    void pause() {
        schedule.goOn(this);
        process.requireAlive();
    }

    void takeTurn() {
        if (started) {
            hasTurn = true;
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    /** Until it has the turn again; at its end it needs none. */
    void rest() {
        while (!ended && !hasTurn) {
            LockSupport.park(this);
        }
        hasTurn = false;
    }
}
