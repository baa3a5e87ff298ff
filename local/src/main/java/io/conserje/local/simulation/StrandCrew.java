package io.conserje.local.simulation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Works in strands of the process that gathers it. */
final class StrandCrew extends PlainCrew {
    private final Schedule schedule;
    private final Process process;
    private @Nullable Strand waiting;
    private int working;

    StrandCrew(Schedule schedule, Process process) {
        this.schedule = schedule;
        this.process = process;
    }

    @Override
    public void execute(Runnable work) {
        working++;
        Runnable done =
                () -> {
                    working--;
                    Strand parent = waiting;
                    if (working == 0 && parent != null) {
                        schedule.wake(parent, Duration.ZERO);
                    }
                };
        Strand.begin(
                schedule,
                process,
                () -> {
                    work.run();
                    done.run();
                },
                done);
    }

    @Override
    public void close() {
        shutdown();
        if (working > 0) {
            waiting = Strand.current();
            waiting.pause();
        }
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && working == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        close();
        return true;
    }
}
