package io.conserje.engine.send;

import java.time.Duration;

/**
 * When an account's circuit breaker opens, and for how long: several failures in a row and no
 * success between them, then nothing for a while, then one message at a time until one goes well.
 */
public final class Backoff {
    /** Failures in a row that open it. */
    public static final int FAILURES = 5;

    /** How long one trial may take before another may be made: longer than any call. */
    public static final Duration TRY = Duration.ofSeconds(35);

    /** How soon the others look again while one message tries. */
    public static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Backoff() {}

    /**
     * @param openings how often it has opened since the account last worked
     */
    public static Duration after(long openings) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(openings, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
