package io.conserje.engine.when;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Early next week", "a finales de semana", "later this week", "entre semana". */
final class PartsOfWeeks {
    private static final Set<String> ARTICLES =
            Set.of("el", "la", "the", "al", "a", "at", "in", "on");
    private static final Set<String> OF = Set.of("de", "of");
    private static final int FRIDAY = 4;
    private static final int SUNDAY = 6;

    /** Days from Monday. */
    private record Part(int from, int to) {}

    private static final Part EARLY = new Part(0, 1);
    private static final Part MIDDLE = new Part(2, 3);
    private static final Part LATE = new Part(FRIDAY, SUNDAY);

    private static final PhraseTable<Part> PARTS =
            new PhraseTable<Part>()
                    .with(EARLY, "principios", "principio", "inicios", "comienzos", "early")
                    .with(EARLY, "start", "beginning", "early in", "primeros dias")
                    .with(MIDDLE, "mediados", "mid", "middle", "mid -", "mitad")
                    .with(LATE, "finales", "fines", "late", "end", "final", "late in", "later in");
    private static final PhraseTable<Boolean> MIDWEEK =
            new PhraseTable<Boolean>().with(true, "midweek", "mid week", "mid - week");
    private static final PhraseTable<Integer> REST =
            new PhraseTable<Integer>()
                    .with(1, "later this week", "later in the week", "later on this week")
                    .with(0, "rest of the week", "rest of this week", "lo que queda de semana")
                    .with(0, "within the week", "within this week", "durante la semana")
                    .with(0, "resto de la semana", "lo que queda de la semana");
    private static final PhraseTable<Boolean> WORKING_DAYS =
            new PhraseTable<Boolean>()
                    .with(true, "entre semana", "weekday", "weekdays", "a weekday", "any weekday")
                    .with(true, "dia de semana", "dias de semana", "dias laborables");

    private PartsOfWeeks() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        int j = text.skip(text.skip(i, ARTICLES), ARTICLES);
        Found<Integer> rest = REST.at(text, j);
        LocalDate sunday = Periods.monday(text, 0).plusDays(SUNDAY);
        if (rest != null) {
            LocalDate from = text.today().plusDays(rest.value());
            return found(from.isAfter(sunday) ? sunday : from, sunday, rest.next());
        }
        Found<Boolean> working = WORKING_DAYS.at(text, j);
        if (working != null) {
            boolean isMonday = text.today().equals(Periods.monday(text, 0));
            LocalDate monday = Periods.monday(text, isMonday ? 0 : 1);
            return found(monday, monday.plusDays(FRIDAY), working.next());
        }
        Found<Boolean> middle = MIDWEEK.at(text, j);
        return middle == null ? part(text, j) : of(text, MIDDLE, 0, true, middle.next());
    }

    private static @Nullable Found<DayWords> part(Text text, int i) {
        Found<Part> part = PARTS.at(text, i);
        // "Los fines de semana".
        boolean isWeekend = text.is(i, "fines") && text.is(i + 2, "semana");
        if (part == null || isWeekend) {
            return null;
        }
        int j = text.skip(part.next(), OF);
        Found<Integer> week = Periods.week(text, j);
        if (week != null) {
            return of(text, part.value(), week.value(), false, week.next());
        }
        int k = text.skip(j, ARTICLES);
        boolean isThis = j > part.next() && text.any(k, "semana", "week");
        return isThis ? of(text, part.value(), 0, true, k + 1) : null;
    }

    /**
     * @param isOpen whether the week is not told, so that it is the next when those days are over
     */
    private static Found<DayWords> of(Text text, Part part, int week, boolean isOpen, int next) {
        LocalDate monday = Periods.monday(text, week);
        boolean isOver = isOpen && monday.plusDays(part.to()).isBefore(text.today());
        LocalDate meant = isOver ? monday.plusWeeks(1) : monday;
        return found(meant.plusDays(part.from()), meant.plusDays(part.to()), next);
    }

    private static Found<DayWords> found(LocalDate from, LocalDate to, int next) {
        return new Found<>(DayWords.Run.of(from, to), next);
    }
}
