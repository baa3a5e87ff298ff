package io.conserje.local.runtime;

import java.time.Duration;

/** How an invocation ended. */
sealed interface Outcome {
    record Answered(byte[] json) implements Outcome {}

    record Failed(Throwable cause) implements Outcome {}

    record TimedOut(Duration after) implements Outcome {}
}
