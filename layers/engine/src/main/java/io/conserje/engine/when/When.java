package io.conserje.engine.when;

import org.jspecify.annotations.Nullable;

/** What one phrase says: a day, a time of day, or both. */
record When(@Nullable DayWords day, @Nullable ClockWords clock) {
    static When day(DayWords day) {
        return new When(day, null);
    }

    static When clock(ClockWords clock) {
        return new When(null, clock);
    }
}
