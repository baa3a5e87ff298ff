package io.conserje.engine.when;

import org.jspecify.annotations.Nullable;

/** What is said of the time of day, before it is reckoned. */
sealed interface ClockWords {

    /**
     * A time.
     *
     * @param sure whether it is said as of twenty-four hours: "17:30", "05:00"
     * @param part what tells the half of the day, when something does
     */
    record Time(int hour, int minute, boolean sure, @Nullable DayPart part, boolean around)
            implements ClockWords {

        Time in(DayPart part) {
            return new Time(hour, minute, sure, part, around);
        }

        Time asAround() {
            return new Time(hour, minute, sure, part, true);
        }

        boolean isPossible() {
            return hour <= 24 && minute < 60 && (hour < 24 || minute == 0);
        }
    }

    /** The morning, the afternoon. */
    record During(DayPart part) implements ClockWords {}

    /**
     * Between two times; one of them may be open.
     *
     * @param middle the token where the second begins, -1 when it can be nothing but a window
     */
    record Window(@Nullable Time from, @Nullable Time to, int middle) implements ClockWords {}
}
