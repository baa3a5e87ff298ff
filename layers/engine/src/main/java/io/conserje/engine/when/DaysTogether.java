package io.conserje.engine.when;

import io.conserje.engine.when.DayWords.Which;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Two phrases that tell one day, or the same days. */
final class DaysTogether {
    private DaysTogether() {}

    /** "La semana que viene, el martes", "mañana jueves", "el 27, viernes". */
    static @Nullable DayWords of(
            Text text, Piece first, Piece second, DayWords one, DayWords other) {
        boolean near =
                second.from() - first.to() <= 1 && !text.any(first.to(), "-", "para", "for", "a");
        if (one instanceof DayWords.OfToday && isAnyDay(text, other)) {
            return one;
        }
        if (!near) {
            return null;
        }
        boolean isApart = text.is(first.to(), ",");
        if (isAnyDay(text, one) && (!isApart || other instanceof DayWords.Run)) {
            return other;
        }
        if (isAnyDay(text, other) && !isApart) {
            return one;
        }
        if (one instanceof DayWords.Run run && other instanceof DayWords.OfWeek of) {
            return inWeek(run, of);
        }
        if (one instanceof DayWords.Run run && isMonth(run.days())) {
            return inMonth(run.days(), other);
        }
        if (one instanceof DayWords.OfWeek of && other instanceof DayWords.Run run) {
            return inWeek(run, of);
        }
        if (one instanceof DayWords.Date date
                && other instanceof DayWords.OfWeek of
                && date.weekday() == null
                && of.which() == Which.PLAIN) {
            return date.on(of.day());
        }
        boolean isToday = one instanceof DayWords.OfToday && !(other instanceof DayWords.OfToday);
        return isToday ? same(text, one, other) : null;
    }

    private static @Nullable DayWords inWeek(DayWords.Run run, DayWords.OfWeek of) {
        Days days = run.days();
        boolean isWeek =
                days.from().getDayOfWeek() == DayOfWeek.MONDAY
                        && days.to().equals(days.from().plusDays(6));
        return isWeek && of.which() == Which.PLAIN
                ? new DayWords.InWeek(days.from(), of.day())
                : null;
    }

    private static boolean isAnyDay(Text text, DayWords words) {
        LocalDate today = text.today();
        return words instanceof DayWords.Run run
                && run.days().equals(new Days(today, today.plusDays(Relatives.FORTNIGHT - 1L)));
    }

    private static boolean isMonth(Days days) {
        LocalDate from = days.from();
        return from.getDayOfMonth() == 1
                && days.to().equals(from.plusDays(from.lengthOfMonth() - 1L));
    }

    /** "Este mes, del 4 al 22". */
    private static @Nullable DayWords inMonth(Days month, DayWords words) {
        int number = month.from().getMonthValue();
        int year = month.from().getYear();
        return switch (words) {
            case DayWords.Date date when date.month() == 0 -> date.in(number, year);
            case DayWords.Span span
                    when span.from() instanceof DayWords.Date from
                            && from.month() == 0
                            && span.to() instanceof DayWords.Date to
                            && to.month() == 0 ->
                    new DayWords.Span(
                            from.in(number, year),
                            to.in(number, year),
                            span.middle(),
                            span.closed());
            default -> null;
        };
    }

    /** "Mañana jueves" when tomorrow is no Thursday: either may be meant. */
    private static @Nullable DayWords same(Text text, DayWords one, DayWords other) {
        if (!(other instanceof DayWords.OfWeek || other instanceof DayWords.Date)) {
            return null;
        }
        DayWords.Run today = Reckoner.run(text, one);
        DayWords.Run named = Reckoner.run(text, other);
        if (Reckoner.isNever(named) || today.days().equals(named.days())) {
            return Reckoner.isNever(named) ? null : today;
        }
        return new DayWords.Run(
                today.days(), new Doubt.Either(today.days().from(), named.days().from()));
    }
}
