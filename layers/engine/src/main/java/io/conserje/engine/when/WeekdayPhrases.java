package io.conserje.engine.when;

import io.conserje.engine.when.DayWords.Which;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Este viernes", "el martes que viene", "next Friday", "el miércoles de la semana que viene". */
final class WeekdayPhrases {
    private static final Set<String> ARTICLES = Set.of("el", "los", "the", "al", "del", "on");
    private static final Set<String> OF = Set.of("de", "of", ",", "in");
    private static final PhraseTable<Which> BEFORE =
            new PhraseTable<Which>()
                    .with(Which.PLAIN, "este", "this", "this coming", "coming", "upcoming", "un")
                    .with(Which.PLAIN, "este mismo", "this very", "esta")
                    .with(Which.COMING, "proximo", "este proximo", "siguiente", "proximos")
                    .with(Which.NEXT, "next", "following")
                    .with(Which.LAST, "last", "pasado", "ultimo", "past");
    private static final PhraseTable<Which> AFTER =
            new PhraseTable<Which>()
                    .with(Which.COMING, "que viene", "proximo", "siguiente", "entrante")
                    .with(Which.COMING, "que entra", "q viene", "de la proxima", "que sigue")
                    .with(Which.LAST, "pasado", "ultimo");

    private WeekdayPhrases() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        int j = text.skip(i, ARTICLES);
        Found<Which> before = BEFORE.at(text, j);
        int k = before == null ? j : before.next();
        DayOfWeek day = Weekdays.at(text, k);
        if (day == null) {
            return null;
        }
        int end = Weekdays.end(text, k);
        Found<Which> after = AFTER.at(text, end);
        Found<DayWords> inWeek = inWeek(text, day, end);
        if (inWeek != null) {
            return inWeek;
        }
        if (after != null) {
            return new Found<>(new DayWords.OfWeek(day, after.value()), after.next());
        }
        Which which = before == null ? Which.PLAIN : before.value();
        Found<DayWords> dated = which == Which.LAST ? null : Dates.at(text, k);
        return dated == null ? new Found<>(new DayWords.OfWeek(day, which), end) : dated;
    }

    private static @Nullable Found<DayWords> inWeek(Text text, DayOfWeek day, int end) {
        boolean afterNext = text.is(end, "after") && text.is(end + 1, "next");
        if (afterNext || text.is(end, "week")) {
            Found<DayWords> coming = new Found<>(new DayWords.OfWeek(day, Which.PLAIN), end);
            DayWords.Run run = Reckoner.run(text, coming.value());
            return new Found<>(
                    DayWords.Run.on(run.days().from().plusWeeks(1)), afterNext ? end + 2 : end + 1);
        }
        int j = text.skip(end, OF);
        Found<Integer> weeks = Periods.week(text, j);
        if (weeks == null) {
            return null;
        }
        return new Found<>(
                new DayWords.InWeek(Periods.monday(text, weeks.value()), day), weeks.next());
    }
}
