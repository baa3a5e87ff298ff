package io.conserje.engine.when;

import io.conserje.engine.when.ClockWords.Time;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Makes a time of day of what is said of it. */
final class ClockReckoner {
    /** Nobody is meant to come at two in the morning: hours up to this one are after noon. */
    private static final int LAST_OF_AFTERNOON = 7;

    private ClockReckoner() {}

    /** Null when no clock shows it. */
    static @Nullable Clock clock(ClockWords words, @Nullable DayPart part) {
        return switch (words) {
            case ClockWords.During during -> during.part().hours();
            case Time time -> time(part == null || time.part() != null ? time : time.in(part));
            case ClockWords.Window window -> window(window, part);
        };
    }

    private static @Nullable Clock time(Time time) {
        if (!time.isPossible()) {
            return null;
        }
        LocalTime exact = exact(time);
        boolean unsaid = isUnsaid(time);
        return time.around() ? new Clock.Around(exact, unsaid) : new Clock.At(exact, unsaid);
    }

    private static boolean isUnsaid(Time time) {
        return time.part() == null && !time.sure() && time.hour() > 0 && time.hour() < 12;
    }

    private static LocalTime exact(Time time) {
        DayPart part = time.part();
        int hour = part == null || time.sure() && time.hour() > 12 ? time.hour() % 24 : part.hour(time.hour());
        return LocalTime.of(hour % 24, time.minute());
    }

    /** The likelier of the two when the half of the day is not said. */
    static LocalTime likely(Time time) {
        LocalTime exact = exact(time);
        boolean afternoon = isUnsaid(time) && time.hour() <= LAST_OF_AFTERNOON;
        return afternoon ? exact.plusHours(12) : exact;
    }

    private static @Nullable Clock window(ClockWords.Window window, @Nullable DayPart part) {
        Time from = in(window.from(), part);
        Time to = in(window.to(), part);
        if (from == null) {
            return to == null ? null : new Clock.Between(LocalTime.MIN, likely(to));
        }
        if (to == null) {
            return new Clock.Between(likely(from), LocalTime.MAX);
        }
        LocalTime end = isUnsaid(to) ? likely(to) : exact(to);
        LocalTime start = start(from, to, end);
        if (isUnsaid(to)) {
            end = exact(to).isAfter(start) ? exact(to) : exact(to).plusHours(12);
        }
        return new Clock.Between(start, end.isAfter(start) ? end : LocalTime.MAX);
    }

    /** "4-6pm" begins at four in the afternoon, "11-2pm" at eleven in the morning. */
    private static LocalTime start(Time from, Time to, LocalTime end) {
        if (!isUnsaid(from) || isUnsaid(to)) {
            return likely(from);
        }
        LocalTime late = exact(from).plusHours(12);
        return late.isBefore(end) ? late : exact(from);
    }

    private static @Nullable Time in(@Nullable Time time, @Nullable DayPart part) {
        boolean open = time != null && part != null && time.part() == null;
        return open && time != null && part != null ? time.in(part) : time;
    }
}
