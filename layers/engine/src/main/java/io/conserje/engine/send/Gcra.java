package io.conserje.engine.send;

import io.conserje.model.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The generic cell rate algorithm (ITU-T I.371, "virtual scheduling"): one moment a bucket says how
 * fast messages have gone, so that it can be kept in one attribute and moved by one condition.
 */
public final class Gcra {
    private Gcra() {}

    public sealed interface Admission {}

    /**
     * @param next the theoretical arrival time of the message after this one: the new state
     */
    public record Admitted(Instant next) implements Admission {}

    public record TooEarly(Instant until) implements Admission {}

    /**
     * @param state the theoretical arrival time that was kept last; empty for a bucket never used
     */
    public static Admission admit(Optional<Instant> state, Pace pace, Instant now) {
        Instant arrival = state.filter(kept -> kept.isAfter(now)).orElse(now);
        Instant allowed = arrival.minus(tolerance(pace));
        return allowed.isAfter(now)
                ? new TooEarly(allowed)
                : new Admitted(arrival.plus(pace.interval()));
    }

    /** How far ahead of the long run a burst may go. */
    public static Duration tolerance(Pace pace) {
        return pace.interval().multipliedBy(pace.burst() - 1L);
    }
}
