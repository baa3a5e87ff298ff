package io.conserje.local.release;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks; an argument, because a test waits for nothing. */
@FunctionalInterface
public interface Pause {
    Pause REAL = time -> LockSupport.parkNanos(time.toNanos());

    void of(Duration time);
}
