package io.conserje.local.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * One invocation of a function: what dies together.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">an
 *     environment serves one invocation at a time</a>
 */
final class Process {
    private static final String RECEIPTS = "ReceiptsFunction";

    private final String name;
    private final Duration clockError;
    private final Instant deadline;
    private boolean dead;

    /**
     * @param clockError how far its clock is ahead
     * @param deadline when its time is up
     */
    Process(String name, Duration clockError, Instant deadline) {
        this.name = name;
        this.clockError = clockError;
        this.deadline = deadline;
    }

    String name() {
        return name;
    }

    boolean hearsReceipts() {
        return name.startsWith(RECEIPTS);
    }

    Duration clockError() {
        return clockError;
    }

    Instant deadline() {
        return deadline;
    }

    boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
    }

    void requireAlive() {
        if (dead) {
            throw new Crash();
        }
    }
}
