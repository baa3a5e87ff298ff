package io.conserje.engine.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of the day, before it is reckoned. */
sealed interface DayWords {

    /** Days that do not depend on anything else that is said. */
    record Run(Days days, @Nullable Doubt doubt) implements DayWords {
        static Run on(LocalDate day) {
            return new Run(Days.on(day), null);
        }

        static Run of(LocalDate from, LocalDate to) {
            return new Run(new Days(from, to), null);
        }
    }

    /** So many days from today. */
    record OfToday(int days) implements DayWords {}

    /** A day of the month; month and year are 0 when they are not said. */
    record Date(int day, int month, int year, @Nullable DayOfWeek weekday) implements DayWords {
        Date in(int month, int year) {
            return new Date(day, month, year, weekday);
        }

        Date on(DayOfWeek day) {
            return new Date(this.day, month, year, day);
        }
    }

    /** A day of the week. */
    record OfWeek(DayOfWeek day, Which which) implements DayWords {}

    /** A day of a week that is told, too: "Thursday of next week". */
    record InWeek(LocalDate monday, DayOfWeek day) implements DayWords {
        LocalDate date() {
            return monday.plusDays(day.getValue() - 1L);
        }
    }

    enum Which {
        /** "Friday", "this Friday". */
        PLAIN,
        /** "El viernes que viene": never today. */
        COMING,
        /** "Next Friday", by which people mean either of two. */
        NEXT,
        LAST
    }

    /**
     * From one to the other.
     *
     * @param middle the token where the second begins
     * @param closed whether it can be nothing but a run of days: "between ... and"
     */
    record Span(DayWords from, DayWords to, int middle, boolean closed) implements DayWords {}

    /** From that day on. */
    record Since(DayWords day, boolean withIt) implements DayWords {}

    /** Up to that day. */
    record Until(DayWords day, boolean withIt) implements DayWords {}

    /** A day that no calendar has. */
    record NoSuchDay() implements DayWords {}
}
