package io.conserje.engine.when;

import org.jspecify.annotations.Nullable;

/** Two phrases that tell one time of day: its part and its hour, or both ends of a window. */
final class ClocksTogether {
    private ClocksTogether() {}

    static @Nullable ClockWords of(ClockWords one, ClockWords other) {
        if (one instanceof ClockWords.Window after
                && other instanceof ClockWords.Window before
                && isWindow(one, other)) {
            return after.to() == null
                    ? new ClockWords.Window(after.from(), before.to(), -1)
                    : new ClockWords.Window(before.from(), after.to(), -1);
        }
        if (one instanceof ClockWords.During first && other instanceof ClockWords.During second) {
            return narrower(first, second);
        }
        if (one instanceof ClockWords.During during) {
            return in(other, during.part());
        }
        return other instanceof ClockWords.During during ? in(one, during.part()) : null;
    }

    /** Whether one tells where it begins and the other where it ends. */
    static boolean isWindow(@Nullable ClockWords one, @Nullable ClockWords other) {
        return one instanceof ClockWords.Window first
                && other instanceof ClockWords.Window second
                && (first.to() == null && second.from() == null
                        || first.from() == null && second.to() == null);
    }

    /** "First thing in the morning". */
    private static @Nullable ClockWords narrower(ClockWords.During one, ClockWords.During other) {
        if (one.part().contains(other.part())) {
            return other;
        }
        return other.part().contains(one.part()) ? one : null;
    }

    private static @Nullable ClockWords in(ClockWords words, DayPart part) {
        return switch (words) {
            case ClockWords.During during -> null;
            case ClockWords.Time time -> time.part() == null ? time.in(part) : null;
            case ClockWords.Window window ->
                    new ClockWords.Window(in(window.from(), part), in(window.to(), part), -1);
        };
    }

    private static ClockWords.@Nullable Time in(ClockWords.@Nullable Time time, DayPart part) {
        return time == null || time.part() != null ? time : time.in(part);
    }
}
