package io.conserje.model;

import java.time.Duration;

/**
 * How fast a provider takes messages.
 *
 * @param interval between two messages in the long run
 * @param burst how many may go at once after a rest; at least 1
 */
public record Pace(Duration interval, int burst) {
    public Pace {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "interval is " + interval + ": it must be more than nothing");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst is " + burst + ": it is at least 1");
        }
    }

    /** So many a second in the long run, and as many at once. */
    public static Pace perSecond(int messages) {
        return new Pace(Duration.ofSeconds(1).dividedBy(messages), messages);
    }
}
