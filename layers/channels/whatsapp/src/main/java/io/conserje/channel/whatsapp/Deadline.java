package io.conserje.channel.whatsapp;

import java.time.Duration;

/**
 * When everything that belongs to one message has to be over.
 *
 * @param nanos by the clock that only measures
 */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left for the next step when others follow; nothing is the least. */
    Duration leftBut(Duration forTheRest) {
        Duration left = Duration.ofNanos(nanos - System.nanoTime()).minus(forTheRest);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
