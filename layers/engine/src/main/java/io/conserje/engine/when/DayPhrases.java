package io.conserje.engine.when;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every way to say a day, or days; the longest that fits is meant. */
final class DayPhrases {
    private static final List<Phrase<DayWords>> ONE =
            List.of(WeekdayPhrases::at, Dates::at, Relatives::day, Holidays::at);
    private static final List<Phrase<DayWords>> SEVERAL =
            List.of(WeekdayPhrases::at, Dates::at, Holidays::at, Periods::at, DayRanges::at);

    private DayPhrases() {}

    /** One day, as an end of a run of days. */
    static @Nullable Found<DayWords> one(Text text, int i) {
        return text.oneDays.at(i, () -> longest(ONE, text, i));
    }

    /** A day, a week or a month, as the open end of a run of days. */
    static @Nullable Found<DayWords> bound(Text text, int i) {
        Found<DayWords> day = one(text, i);
        Found<DayWords> period = Periods.at(text, i);
        return period == null || day != null && day.next() >= period.next() ? day : period;
    }

    static @Nullable Found<When> at(Text text, int i) {
        Found<DayWords> found = longest(SEVERAL, text, i);
        return found == null ? null : new Found<>(When.day(found.value()), found.next());
    }

    static <T> @Nullable Found<T> longest(List<Phrase<T>> phrases, Text text, int i) {
        Found<T> best = null;
        for (Phrase<T> phrase : phrases) {
            Found<T> found = phrase.at(text, i);
            if (found != null && (best == null || found.next() > best.next())) {
                best = found;
            }
        }
        return best;
    }
}
