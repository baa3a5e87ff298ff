package io.conserje.engine.when;

import io.conserje.engine.when.Reckoning.Asked;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days of the calendar: "21 de mayo", "May 21st, 2027", "viernes 27", "el 5". */
final class Dates {
    private static final Set<String> ARTICLES = Set.of("el", "al", "del", "the", "dia");
    private static final Set<String> BEFORE_DATE = Set.of("el", "the", "dia", ",", "on");
    private static final Set<String> OF = Set.of("de", "del", "of", "-", "/", ",");
    private static final Set<String> NOT_AFTER_NTH =
            Set.of(
                    "one",
                    "time",
                    "option",
                    "floor",
                    "street",
                    "avenue",
                    "opcion",
                    "piso",
                    "vez",
                    "planta",
                    "choice",
                    "appointment",
                    "slot",
                    "turno",
                    "hora",
                    "day");
    private static final Set<String> CLOCK_MARKS =
            Set.of(":", "h", "hs", "hrs", "am", "pm", "oclock", "%", "€", "$", "horas");

    private Dates() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        return text.dates.at(i, () -> look(text, i));
    }

    private static @Nullable Found<DayWords> look(Text text, int i) {
        DayOfWeek weekday = Weekdays.at(text, i);
        int j = i;
        if (weekday != null) {
            j = Weekdays.end(text, i);
        }
        boolean article = false;
        while (j < i + 4 && (text.in(j, ARTICLES) || weekday != null && text.in(j, BEFORE_DATE))) {
            article |= text.in(j, ARTICLES);
            j++;
        }
        Found<DayWords> found = withMonth(text, j);
        if (found != null && weekday != null && !article && isWindow(text, j, weekday, found)) {
            return null;
        }
        if (found == null) {
            found = withoutMonth(text, j, article, weekday);
        }
        return found == null || weekday == null ? found : on(weekday, found);
    }

    /** "Viernes 10-12" is a window when the tenth of December is no Friday. */
    private static boolean isWindow(Text text, int i, DayOfWeek weekday, Found<DayWords> found) {
        DayWords.Run run = Reckoner.run(text, found.value());
        return found.next() == i + 3
                && text.is(i + 1, "-")
                && text.value(i + 2) >= 0
                && run.days().from().getDayOfWeek() != weekday;
    }

    private static Found<DayWords> on(DayOfWeek weekday, Found<DayWords> found) {
        return found.value() instanceof DayWords.Date date
                ? new Found<>(date.on(weekday), found.next())
                : found;
    }

    /** A day with its month, in any order. */
    static @Nullable Found<DayWords> withMonth(Text text, int i) {
        Found<DayWords> numeric = NumericDates.at(text, i);
        if (numeric != null) {
            return numeric;
        }
        int month = Months.name(text, i);
        return month > 0 ? monthFirst(text, i, month) : dayFirst(text, i);
    }

    private static @Nullable Found<DayWords> dayFirst(Text text, int i) {
        Found<Integer> day = dayNumber(text, i);
        if (day == null || day.value() == 0) {
            return null;
        }
        int j = text.skip(day.next(), OF);
        int ofThis = j > day.next() ? Periods.THIS_MONTH.skip(text, j) : j;
        if (ofThis > j) {
            return date(day.value(), 0, 0, ofThis);
        }
        Found<Months.Month> month = Months.month(text, j);
        if (month == null) {
            return listed(text, day);
        }
        boolean isSlashed = text.is(month.next(), "/") || text.is(month.next(), "-");
        Found<Integer> year = isSlashed ? Months.year(text, month.next() + 1) : null;
        return year == null
                ? date(day.value(), month.value().month(), month.value().year(), month.next())
                : date(day.value(), month.value().month(), year.value(), year.next());
    }

    /** "24 y 25 de diciembre": the month is said with the last. */
    private static @Nullable Found<DayWords> listed(Text text, Found<Integer> day) {
        boolean isListed =
                text.any(day.next(), "y", "o", "and", "or")
                        && text.value(day.next() - 1) >= 0
                        && text.value(day.next() + 1) >= 0;
        Found<Integer> last = isListed ? dayNumber(text, day.next() + 1) : null;
        int month = last == null ? 0 : text.skip(last.next(), OF);
        return last == null || Months.name(text, month) == 0
                ? null
                : date(day.value(), Months.name(text, month), 0, day.next());
    }

    private static @Nullable Found<DayWords> monthFirst(Text text, int i, int month) {
        int j = Months.end(text, i);
        j = text.is(j, "the") || text.is(j, "el") || text.is(j, "-") ? j + 1 : j;
        Found<Integer> day = dayNumber(text, j);
        boolean isVerb = text.is(i, "may") || text.is(i, "march");
        boolean isDay =
                day != null
                        && (text.value(j) >= 0
                                || Numerals.ordinal(text, j) != null
                                || day.value() > 1 && !isVerb);
        if (day == null || !isDay || day.value() == 0 || isClock(text, day.next())) {
            return null;
        }
        Found<Integer> year = Months.year(text, day.next());
        return year == null
                ? date(day.value(), month, 0, day.next())
                : date(day.value(), month, year.value(), year.next());
    }

    private static @Nullable Found<DayWords> withoutMonth(
            Text text, int i, boolean article, @Nullable DayOfWeek weekday) {
        Found<Integer> ordinal = Numerals.ordinal(text, i);
        Found<Integer> day = ordinal == null ? Numerals.number(text, i) : ordinal;
        if (day == null || Numerals.isCounted(text, day.next())) {
            return null;
        }
        boolean isClock =
                article || ordinal != null
                        ? isMarked(text, day.next())
                        : isClock(text, day.next()) || ClockRanges.at(text, i) != null;
        boolean isWindow =
                weekday != null
                        && !article
                        && text.any(day.next(), "to", "a", "-")
                        && text.value(day.next() + 1) >= 0;
        if (isClock || isWindow) {
            return null;
        }
        boolean inDigits = text.value(i) >= 0;
        boolean asked = text.isAsked(Asked.DAY);
        // Of a few that were offered, "the second" is one; "Saturday the fifth" is none of them.
        boolean dated = weekday != null || text.any(day.next(), "at", "@");
        boolean plain =
                ordinal != null
                        ? (inDigits || article && (asked || dated || day.value() > 10))
                                && !text.in(day.next(), NOT_AFTER_NTH)
                        : (article || weekday != null && inDigits || asked && inDigits)
                                && (inDigits || day.value() > 1);
        if (!plain || day.value() == 0 || day.value() > 39) {
            return null;
        }
        return date(day.value(), 0, 0, day.next());
    }

    /** A number that can be nothing but a day of a month that is said elsewhere. */
    static @Nullable Found<DayWords> bare(Text text, int i) {
        int j = text.in(i, ARTICLES) ? i + 1 : i;
        Found<Integer> day = dayNumber(text, j);
        if (day == null || day.value() == 0 || day.value() > 31 || isClock(text, day.next())) {
            return null;
        }
        return date(day.value(), 0, 0, day.next());
    }

    private static @Nullable Found<Integer> dayNumber(Text text, int i) {
        Found<Integer> ordinal = Numerals.ordinal(text, i);
        return ordinal == null ? Numerals.number(text, i) : ordinal;
    }

    private static Found<DayWords> date(int day, int month, int year, int next) {
        return new Found<>(new DayWords.Date(day, month, year, null), next);
    }

    /** Whether what follows makes the number before it a time. */
    private static boolean isClock(Text text, int next) {
        return isMarked(text, next)
                || Parts.suffix(text, next) != null
                || (text.is(next, "y") || text.is(next, "menos"))
                        && (text.is(next + 1, "media") || text.is(next + 1, "cuarto"));
    }

    private static boolean isMarked(Text text, int next) {
        boolean isDecimal =
                text.is(next, ".")
                        && text.isGlued(next)
                        && text.isGlued(next + 1)
                        && text.value(next + 1) >= 0;
        boolean isOClock = text.is(next, "o") && text.is(next + 1, "clock");
        return text.in(next, CLOCK_MARKS)
                || isOClock
                || isDecimal
                || Parts.half(text, next) != null;
    }
}
