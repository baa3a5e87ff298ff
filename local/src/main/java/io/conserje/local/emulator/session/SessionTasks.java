package io.conserje.local.emulator.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of a session; in the place of each that ends another begins, as ECS does it. */
final class SessionTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTasks.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Supplier<SessionProcess> starts;
    private final List<SessionProcess> running = new CopyOnWriteArrayList<>();
    private boolean closed;

    SessionTasks(Supplier<SessionProcess> starts) {
        this.starts = starts;
    }

    /** One more. */
    void add() {
        begin(FIRST_PAUSE);
    }

    /**
     * @param pause before the next, should this one end; longer each time that it ends at once
     */
    private synchronized void begin(Duration pause) {
        if (closed) {
            return;
        }
        long begun = System.nanoTime();
        SessionProcess process = starts.get();
        running.add(process);
        CompletableFuture<Void> unused =
                process.ended().thenAccept(status -> next(process, status, begun, pause));
    }

    private synchronized void next(SessionProcess process, int status, long begun, Duration pause) {
        running.remove(process);
        if (closed) {
            return;
        }
        LOG.warn("the session's process ended with {}; another begins", status);
        boolean lived = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
        Duration now = lived ? FIRST_PAUSE : pause;
        Duration then = now.multipliedBy(2);
        Executor later = CompletableFuture.delayedExecutor(now.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> begin(then.compareTo(LONGEST_PAUSE) < 0 ? then : LONGEST_PAUSE));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        running.forEach(SessionProcess::close);
    }
}
