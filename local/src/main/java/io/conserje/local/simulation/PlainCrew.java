package io.conserje.local.simulation;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;

/** What every executor has to say of its end, and nothing of how it works. */
public abstract class PlainCrew extends AbstractExecutorService {
    private boolean closed;

    @Override
    public final void shutdown() {
        closed = true;
    }

    @Override
    public final List<Runnable> shutdownNow() {
        closed = true;
        return List.of();
    }

    @Override
    public final boolean isShutdown() {
        return closed;
    }
}
