package io.conserje.engine.when;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "3/4", "12-05-2026", "3.4.2027", "2026-12-03". */
final class NumericDates {
    private static final Set<String> SEPARATORS = Set.of("/", "-", ".");
    private static final int LONGEST_MONTH = 31;

    private NumericDates() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        String separator = text.word(i + 1);
        if (!SEPARATORS.contains(separator) || text.value(i) < 0 || text.value(i + 2) < 0) {
            return null;
        }
        boolean tight = text.isGlued(i + 1) && text.isGlued(i + 2);
        if (!tight && !separator.equals("/") || text.digits(i + 2) > 2) {
            return null;
        }
        boolean three =
                text.is(i + 3, separator)
                        && text.isGlued(i + 3)
                        && text.isGlued(i + 4)
                        && (text.digits(i + 4) == 2 || text.digits(i + 4) == 4);
        if (text.digits(i) == 4) {
            return three && text.digits(i + 4) == 2 ? yearFirst(text, i) : null;
        }
        if (text.digits(i) > 2 || !three && isSomethingElse(text, i)) {
            return null;
        }
        return three ? withYear(text, i) : dayAndMonth(text, i, 0, i + 3);
    }

    private static Found<DayWords> yearFirst(Text text, int i) {
        DayWords day = new DayWords.Date(text.value(i + 4), text.value(i + 2), text.value(i), null);
        return new Found<>(day, i + 5);
    }

    private static @Nullable Found<DayWords> withYear(Text text, int i) {
        int year = text.value(i + 4);
        if (text.digits(i + 4) == 2) {
            int thisYear = text.today().getYear() % 100;
            year += year <= thisYear + 20 ? 2000 : 1900;
        }
        return dayAndMonth(text, i, year, i + 5);
    }

    private static @Nullable Found<DayWords> dayAndMonth(Text text, int i, int year, int next) {
        int first = text.value(i);
        int second = text.value(i + 2);
        boolean dayFirst = text.reckoning().dayFirst();
        if (Reckoner.exists(dayFirst ? first : second, dayFirst ? second : first, year)) {
            return date(dayFirst ? first : second, dayFirst ? second : first, year, next);
        }
        if (Reckoner.exists(dayFirst ? second : first, dayFirst ? first : second, year)) {
            return date(dayFirst ? second : first, dayFirst ? first : second, year, next);
        }
        boolean isMeant =
                year > 0
                        || Math.min(first, second) <= 12
                                && Math.max(first, second) <= LONGEST_MONTH + 8
                                && text.is(i + 1, "/");
        return isMeant && first > 0 && second > 0
                ? new Found<>(new DayWords.NoSuchDay(), next)
                : null;
    }

    private static Found<DayWords> date(int day, int month, int year, int next) {
        return new Found<>(new DayWords.Date(day, month, year, null), next);
    }

    /** A time as "17.30", half an hour as "1/2 hora", round the clock as "24/7". */
    private static boolean isSomethingElse(Text text, int i) {
        boolean isClock =
                text.is(i + 1, ".")
                        && text.digits(i + 2) == 2
                        && text.value(i) < 24
                        && text.value(i + 2) % 5 == 0
                        && text.value(i + 2) < 60
                        && (text.value(i + 2) > 12 || text.value(i + 2) == 0);
        boolean isRoundTheClock = text.value(i) == 24 && text.value(i + 2) == 7;
        return isClock
                || isRoundTheClock && !text.is(i - 1, "el")
                || Numerals.isCounted(text, i + 3)
                || text.is(i + 3, ":")
                || ClockRanges.isBesideToday(text, i, i + 3)
                || text.is(i + 3, "am")
                || text.is(i + 3, "pm");
    }
}
