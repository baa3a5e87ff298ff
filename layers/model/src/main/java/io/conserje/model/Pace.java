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

    /**
     * So many in any 24 hours, whenever they begin: half of them at once after a rest, and the
     * others spread over the day.
     *
     * @param most at least 1
     */
    public static Pace perDay(int most) {
        int burst = Math.max(1, most / 2);
        return new Pace(Duration.ofDays(1).dividedBy(Math.max(1, most - burst)), burst);
    }

    /** The same in the long run, and never so many at once that nobody else finds a place. */
    public Pace leavingRoom() {
        return new Pace(interval, Math.max(1, burst / 2));
    }
}
