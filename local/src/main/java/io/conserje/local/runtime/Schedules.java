package io.conserje.local.runtime;

import io.conserje.local.template.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the schedules. The first time is one interval after the start; one that is still at
 * work when its time comes again is not called beside itself, but at once when it is done.
 */
final class Schedules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService clock;

    /**
     * @param ring what is done when the time of a schedule comes; what it throws is logged, and the
     *     next time comes all the same
     */
    Schedules(List<Schedule> schedules, Consumer<Schedule> ring) {
        this.clock =
                Executors.newScheduledThreadPool(
                        schedules.size(),
                        Thread.ofPlatform().daemon().name("schedule-", 0).factory());
        schedules.forEach(schedule -> {
            long nanos = schedule.every().toNanos();
            clock.scheduleAtFixedRate(
                    () -> ring(schedule, ring), nanos, nanos, TimeUnit.NANOSECONDS);
        });
    }

    private static void ring(Schedule schedule, Consumer<Schedule> ring) {
        try {
            ring.accept(schedule);
        } catch (RuntimeException failed) {
            LOG.error("{} could not be called at its time", schedule.functionId(), failed);
        }
    }

    /** Waits some seconds for what it has called. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException stop) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
