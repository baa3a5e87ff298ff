package io.conserje.engine.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "A principios de mayo", "the last Friday of the month", "la segunda quincena de diciembre". */
final class PartsOfMonths {
    private static final Set<String> ARTICLES = Set.of("el", "la", "the", "al", "del", "a", "in");
    private static final Set<String> OF = Set.of("de", "del", "of", "in", "en");
    private static final int HALF = 15;

    private enum Part {
        EARLY(1, 10),
        MIDDLE(11, 20),
        LATE(21, 31),
        FIRST_HALF(1, HALF),
        SECOND_HALF(HALF + 1, 31);

        private final int from;
        private final int to;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
        }

        DayWords.Run in(YearMonth month) {
            return DayWords.Run.of(
                    month.atDay(from), month.atDay(Math.min(to, month.lengthOfMonth())));
        }
    }

    private static final PhraseTable<Part> PARTS =
            new PhraseTable<Part>()
                    .with(Part.EARLY, "principios", "principio", "inicios", "comienzos", "early")
                    .with(Part.EARLY, "start of", "primeros", "beginning of", "the start of")
                    .with(Part.MIDDLE, "mediados", "mid", "middle of", "mid -", "mitad", "mitades")
                    .with(
                            Part.LATE, "finales", "fines", "fin", "late", "end of", "final",
                            "ultimos")
                    .with(Part.FIRST_HALF, "primera quincena", "first half of", "primera mitad")
                    .with(Part.SECOND_HALF, "segunda quincena", "second half of")
                    .with(Part.SECOND_HALF, "segunda mitad", "ultima quincena");

    /** A month; one that is told from today is the next when what is meant of this one is over. */
    private record Meant(Months.Month month, boolean isOpen, int next) {
        YearMonth in(Text text) {
            return Periods.yearMonth(text, month);
        }
    }

    private PartsOfMonths() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        Found<DayWords> nth = nth(text, i);
        return nth == null ? part(text, i) : nth;
    }

    /** Whether "the end of" something begins there. */
    static boolean isEnd(Text text, int i) {
        Found<Part> part = PARTS.at(text, text.skip(text.skip(i, ARTICLES), ARTICLES));
        return part != null && part.value() == Part.LATE;
    }

    private static @Nullable Found<DayWords> part(Text text, int i) {
        int j = text.skip(text.skip(i, ARTICLES), ARTICLES);
        Found<Part> part = PARTS.at(text, j);
        if (part == null) {
            return null;
        }
        int k = text.is(part.next(), "-") ? part.next() + 1 : part.next();
        Meant meant = meant(text, text.skip(k, OF));
        boolean isAdjective = text.is(i, "final");
        if (meant == null
                || isAdjective && !meant.isOpen() && !Months.isFull(text, meant.next() - 1)) {
            return null;
        }
        DayWords.Run run = part.value().in(meant.in(text));
        boolean isOver = meant.isOpen() && run.days().to().isBefore(text.today());
        return new Found<>(
                isOver ? part.value().in(meant.in(text).plusMonths(1)) : run, meant.next());
    }

    private static @Nullable Meant meant(Text text, int i) {
        Found<Months.Month> month = Months.month(text, text.is(i, "el") ? i + 1 : i);
        if (month != null) {
            return new Meant(month.value(), false, month.next());
        }
        int next = Periods.THIS_MONTH.skip(text, i);
        YearMonth now = YearMonth.from(text.today());
        return next == i
                ? null
                : new Meant(new Months.Month(now.getMonthValue(), now.getYear()), true, next);
    }

    /** "El primer lunes de mayo", "the last week of July", "the last day of the month". */
    private static @Nullable Found<DayWords> nth(Text text, int i) {
        int j = text.skip(i, ARTICLES);
        boolean isLast = text.any(j, "ultimo", "ultima", "last");
        Found<Integer> ordinal = isLast ? new Found<>(-1, j + 1) : Numerals.ordinal(text, j);
        if (ordinal == null || ordinal.value() == 0 || ordinal.value() > 5) {
            return null;
        }
        int k = ordinal.next();
        Meant meant = text.in(k + 1, OF) ? meant(text, k + 2) : null;
        if (meant == null) {
            return null;
        }
        DayWords.Run run = nth(text, k, ordinal.value(), meant.in(text));
        if (run != null && meant.isOpen() && run.days().to().isBefore(text.today())) {
            run = nth(text, k, ordinal.value(), meant.in(text).plusMonths(1));
        }
        return run == null ? null : new Found<>(run, meant.next());
    }

    private static DayWords.@Nullable Run nth(Text text, int i, int nth, YearMonth month) {
        if (text.any(i, "dia", "day")) {
            return DayWords.Run.on(nth < 0 ? month.atEndOfMonth() : month.atDay(nth));
        }
        boolean isWeek = text.any(i, "semana", "week");
        DayOfWeek day = isWeek ? DayOfWeek.THURSDAY : Weekdays.at(text, i);
        if (day == null) {
            return null;
        }
        LocalDate found = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        if (!isWeek && !YearMonth.from(found).equals(month)) {
            return null;
        }
        return isWeek
                ? DayWords.Run.of(found.minusDays(3), found.plusDays(3))
                : DayWords.Run.on(found);
    }
}
