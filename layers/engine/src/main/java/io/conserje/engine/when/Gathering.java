package io.conserje.engine.when;

import io.conserje.engine.when.DayWords.Which;
import io.conserje.engine.when.Mention.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a day and the time of that day together where nothing but small words is between them. */
final class Gathering {
    private static final Set<String> LINKS =
            Set.of(
                    ",",
                    "a",
                    "el",
                    "en",
                    "la",
                    "de",
                    "del",
                    "por",
                    "sobre",
                    "at",
                    "on",
                    "in",
                    "the",
                    "of",
                    "como",
                    "tipo",
                    "@",
                    "-",
                    "maybe",
                    "quizas",
                    "preferiblemente",
                    "preferably",
                    "(",
                    "say",
                    "digamos",
                    "quiza",
                    "tal",
                    "vez",
                    "around",
                    "about",
                    "pero",
                    "for",
                    "para");
    private static final PhraseTable<Boolean> FILLERS =
            new PhraseTable<Boolean>()
                    .with(true, "si puede ser", "si es posible", "por favor", "please", "porfa")
                    .with(true, "if possible", "mas o menos", "a ser posible", "mejor si es");
    private static final int MOST_LINKS = 6;

    private Gathering() {}

    static List<Piece> of(Text text, List<Piece> pieces) {
        List<Piece> gathered = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = gathered.isEmpty() ? null : gathered.getLast();
            Piece both = last == null ? null : together(text, last, piece);
            if (both != null) {
                gathered.removeLast();
            }
            gathered.add(both == null ? piece : both);
        }
        return gathered;
    }

    private static @Nullable Piece together(Text text, Piece one, Piece other) {
        boolean apart = one.role() != Role.AT && other.role() != Role.AT;
        if (apart || !isLinked(text, one.to(), other.from())) {
            return null;
        }
        When when = together(text, one, other, one.when(), other.when());
        Role role = one.role() == Role.AT ? other.role() : one.role();
        return when == null ? null : new Piece(one.from(), other.to(), when, role);
    }

    private static boolean isLinked(Text text, int from, int to) {
        if (to - from > MOST_LINKS) {
            return false;
        }
        int i = from;
        while (i < to) {
            int filler = FILLERS.skip(text, i);
            int next = filler > i ? filler : text.skip(i, LINKS);
            if (next == i) {
                return false;
            }
            i = next;
        }
        return i == to;
    }

    private static @Nullable When together(
            Text text, Piece first, Piece second, When one, When other) {
        DayWords day = one.day() == null ? other.day() : one.day();
        if (one.day() != null && other.day() != null) {
            day = days(text, first, second, one.day(), other.day());
            if (day == null) {
                return null;
            }
        }
        ClockWords clock = one.clock() == null ? other.clock() : one.clock();
        if (one.clock() != null && other.clock() != null) {
            clock = clocks(one.clock(), other.clock());
            if (clock == null) {
                return null;
            }
        }
        return new When(day, clock);
    }

    /** "La semana que viene, el martes", "mañana jueves", "el 27, viernes". */
    private static @Nullable DayWords days(
            Text text, Piece first, Piece second, DayWords one, DayWords other) {
        boolean near = second.from() - first.to() <= 1 && !text.is(first.to(), "-");
        if (!near) {
            return null;
        }
        if (isAnyDay(text, one) && other instanceof DayWords.Run) {
            return other;
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
                ? DayWords.Run.on(days.from().plusDays(of.day().getValue() - 1L))
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

    private static @Nullable ClockWords clocks(ClockWords one, ClockWords other) {
        if (one instanceof ClockWords.During during) {
            return in(other, during.part());
        }
        return other instanceof ClockWords.During during ? in(one, during.part()) : null;
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
