package io.conserje.local.runtime;

import java.time.Duration;

/** A function that was called directly gave no answer. */
public final class InvocationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvocationFailed(String functionId, Throwable cause) {
        super(functionId + " failed: " + cause, cause);
    }

    InvocationFailed(String functionId, Duration after) {
        super(functionId + " timed out after " + after.toSeconds() + " s");
    }
}
