package io.conserje.local.fuzz;

import io.conserje.local.simulation.PlainCrew;
import java.util.concurrent.TimeUnit;

/** So that a case is one thread's from its beginning to its end. */
final class OnThisThread extends PlainCrew {
    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
