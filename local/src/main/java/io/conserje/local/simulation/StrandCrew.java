package io.conserje.local.simulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Works in strands of the process that gathers it. */
final class StrandCrew extends AbstractExecutorService {
    private static final Duration LOOK = Duration.ofMillis(1);

    private final Schedule schedule;
    private final Process process;
    private int working;
    private boolean closed;

    StrandCrew(Schedule schedule, Process process) {
        this.schedule = schedule;
        this.process = process;
    }

    @Override
    public void execute(Runnable work) {
        working++;
        Strand.begin(
                schedule,
                process,
                () -> {
                    try {
                        work.run();
                    } finally {
                        working--;
                    }
                },
                () -> {});
    }

    @Override
    public void close() {
        closed = true;
        while (working > 0) {
            Strand.current().await(LOOK);
        }
    }

    @Override
    public void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        closed = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return closed && working == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        close();
        return true;
    }
}
