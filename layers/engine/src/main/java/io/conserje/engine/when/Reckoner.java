package io.conserje.engine.when;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Makes days of what is said of them. */
final class Reckoner {
    private static final DayWords.Run NEVER = DayWords.Run.on(LocalDate.MIN);
    private static final int MONTHS_AHEAD = 12 * 9;

    private Reckoner() {}

    /** The same, when nothing else is said. */
    static DayWords.Run run(Text text, DayWords words) {
        return run(words, text.today());
    }

    static boolean isNever(DayWords.Run run) {
        return run.days().from().equals(LocalDate.MIN);
    }

    /** The first such days that are not before that date, where the words leave it open. */
    static DayWords.Run run(DayWords words, LocalDate from) {
        try {
            return switch (words) {
                case DayWords.Run run -> run;
                case DayWords.OfToday of -> DayWords.Run.on(from.plusDays(of.days()));
                case DayWords.Date date -> date(date, from);
                case DayWords.OfWeek of -> weekday(of, from);
                case DayWords.InWeek in -> DayWords.Run.on(in.date());
                case DayWords.Span span -> span(span, from);
                case DayWords.Since since -> since(since, from);
                case DayWords.Until until -> until(until, from);
                case DayWords.NoSuchDay none -> NEVER;
            };
        } catch (DateTimeException beyondTheCalendar) {
            return NEVER;
        }
    }

    static boolean exists(int day, int month, int year) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= (year > 0
                                ? YearMonth.of(year, month).lengthOfMonth()
                                : Month.of(month).maxLength());
    }

    private static DayWords.Run date(DayWords.Date date, LocalDate from) {
        LocalDate day = day(date, from);
        if (day == null) {
            return NEVER;
        }
        DayOfWeek weekday = date.weekday();
        if (weekday == null || day.getDayOfWeek() == weekday) {
            return DayWords.Run.on(day);
        }
        LocalDate other = date.month() == 0 ? day(date, day.plusDays(1)) : null;
        if (other != null && other.getDayOfWeek() == weekday) {
            return DayWords.Run.on(other);
        }
        LocalDate nearest = nearest(weekday, day, from);
        return new DayWords.Run(Days.on(day), new Doubt.Either(day, nearest));
    }

    private static LocalDate nearest(DayOfWeek weekday, LocalDate day, LocalDate from) {
        LocalDate before = day.with(TemporalAdjusters.previous(weekday));
        LocalDate after = day.with(TemporalAdjusters.next(weekday));
        boolean isBefore = day.toEpochDay() - before.toEpochDay() < 4 && !before.isBefore(from);
        return isBefore ? before : after;
    }

    private static @Nullable LocalDate day(DayWords.Date date, LocalDate from) {
        if (date.month() > 0 && !exists(date.day(), date.month(), date.year())
                || date.day() < 1
                || date.day() > 31) {
            return null;
        }
        if (date.year() > 0) {
            return LocalDate.of(date.year(), date.month(), date.day());
        }
        YearMonth month = YearMonth.from(from);
        for (int i = 0; i < MONTHS_AHEAD; i++, month = month.plusMonths(1)) {
            boolean fits = date.month() == 0 || date.month() == month.getMonthValue();
            if (fits && month.isValidDay(date.day())) {
                LocalDate day = month.atDay(date.day());
                if (!day.isBefore(from)) {
                    return day;
                }
            }
        }
        return null;
    }

    private static DayWords.Run weekday(DayWords.OfWeek of, LocalDate from) {
        LocalDate coming = from.with(TemporalAdjusters.next(of.day()));
        LocalDate endOfWeek = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return switch (of.which()) {
            case PLAIN -> DayWords.Run.on(from.with(TemporalAdjusters.nextOrSame(of.day())));
            case COMING -> DayWords.Run.on(coming);
            case NEXT ->
                    coming.isAfter(endOfWeek)
                            ? DayWords.Run.on(coming)
                            : new DayWords.Run(
                                    Days.on(coming), new Doubt.Either(coming, coming.plusWeeks(1)));
            case LAST -> DayWords.Run.on(from.with(TemporalAdjusters.previous(of.day())));
        };
    }

    private static DayWords.Run span(DayWords.Span span, LocalDate today) {
        if (span.from() instanceof DayWords.Date from && span.to() instanceof DayWords.Date to) {
            return dates(from, to, today);
        }
        DayWords.Run from = run(span.from(), today);
        if (isNever(from)) {
            return NEVER;
        }
        boolean sameDay = span.to().equals(span.from());
        LocalDate start = from.days().from();
        DayWords.Run to = run(later(span.to(), today), sameDay ? start.plusDays(1) : start);
        return between(from, to);
    }

    /** "Hoy" and "mañana" are told from today, whatever the other end is. */
    private static DayWords later(DayWords words, LocalDate today) {
        return words instanceof DayWords.OfToday ? run(words, today) : words;
    }

    /** The month is said once for both: "del 28 al 3 de mayo" begins in April. */
    private static DayWords.Run dates(DayWords.Date from, DayWords.Date to, LocalDate today) {
        boolean wraps = from.day() > to.day();
        if (from.month() == 0 && to.month() > 0) {
            return monthsSaid(
                    from.in(
                            wraps ? (to.month() + 10) % 12 + 1 : to.month(),
                            wraps && to.month() == 1 ? 0 : to.year()),
                    to,
                    today);
        }
        if (to.month() == 0 && from.month() > 0) {
            return monthsSaid(from, to.in(wraps ? from.month() + 1 : from.month(), 0), today);
        }
        return monthsSaid(from, to, today);
    }

    private static DayWords.Run monthsSaid(DayWords.Date from, DayWords.Date to, LocalDate today) {
        if (from.month() > 12) {
            return NEVER;
        }
        if (to.month() > 12) {
            return monthsSaid(from, to.in(1, from.year() == 0 ? 0 : from.year() + 1), today);
        }
        if (from.year() > 0) {
            LocalDate first = day(from, today);
            return first == null ? NEVER : between(run(from, today), run(to, first));
        }
        LocalDate last = day(to, today);
        if (last == null) {
            return NEVER;
        }
        // The latest start before that end: on the 5th, "the 3rd to the 7th" is on.
        boolean monthly = from.month() == 0 && to.month() == 0;
        LocalDate lookBack = monthly ? last.minusMonths(1) : last.minusYears(1);
        return between(run(from, lookBack.plusDays(1)), DayWords.Run.on(last));
    }

    private static DayWords.Run between(DayWords.Run from, DayWords.Run to) {
        if (isNever(from) || isNever(to) || to.days().to().isBefore(from.days().from())) {
            return NEVER;
        }
        return DayWords.Run.of(from.days().from(), to.days().to());
    }

    private static DayWords.Run since(DayWords.Since since, LocalDate today) {
        DayWords.Run day = run(since.day(), today);
        if (isNever(day)) {
            return NEVER;
        }
        LocalDate from = since.withIt() ? day.days().from() : day.days().to().plusDays(1);
        return DayWords.Run.of(from, from.plusDays(Relatives.FORTNIGHT - 1L));
    }

    private static DayWords.Run until(DayWords.Until until, LocalDate today) {
        DayWords.Run day = run(until.day(), today);
        if (isNever(day)) {
            return NEVER;
        }
        LocalDate to = until.withIt() ? day.days().to() : day.days().from().minusDays(1);
        return to.isBefore(today) ? DayWords.Run.on(to) : DayWords.Run.of(today, to);
    }
}
