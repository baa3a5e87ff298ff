package io.conserje.engine.when;

import io.conserje.engine.when.ClockWords.Time;
import io.conserje.engine.when.Reckoning.Asked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Entre las 4 y las 6", "4-6pm", "después de las 5", "before noon", "from 5 on". */
final class ClockRanges {
    private static final Set<String> BETWEEN = Set.of("entre", "between");
    private static final Set<String> FROM = Set.of("de", "desde", "from");
    private static final Set<String> TO =
            Set.of("a", "hasta", "to", "until", "till", "til", "-", "through");
    private static final Set<String> TODAY =
            Set.of("today", "tomorrow", "tonight", "hoy", "manana");
    private static final Set<String> AND = Set.of("y", "and", "e", "a", "-", "to", "&");
    private static final Set<String> LEAD = Set.of("las", "la", "at");
    private static final Set<String> ARTICLES = Set.of("el", "the");
    private static final PhraseTable<Boolean> AFTER =
            new PhraseTable<Boolean>()
                    .with(true, "despues de", "a partir de", "pasadas", "after", "past")
                    .with(true, "later than", "no earlier than", "mas tarde de", "not before")
                    .with(true, "desde", "from", "luego de", "sometime after", "any time after")
                    .with(true, "anytime after", "despues del", "a partir del", "mas tarde de")
                    .with(true, "no antes de", "not until", "not earlier than", "no sooner than");
    private static final PhraseTable<Boolean> BEFORE =
            new PhraseTable<Boolean>()
                    .with(true, "antes de", "antes del", "hasta", "before", "until", "till", "by")
                    .with(true, "no later than", "earlier than", "not after", "hasta el")
                    .with(true, "no mas tarde de", "anytime before", "any time before", "up to")
                    .with(true, "up until", "a mas tardar a", "not later than");
    private static final PhraseTable<Boolean> ONWARDS =
            new PhraseTable<Boolean>()
                    .with(true, "en adelante", "onwards", "onward", "on", "or later", "or after")
                    .with(true, "o mas tarde", "o despues", "para adelante", "pa delante")
                    .with(true, "at the earliest", "como muy pronto", "o pasadas");
    private static final PhraseTable<Boolean> OR_BEFORE =
            new PhraseTable<Boolean>()
                    .with(true, "or earlier", "o antes", "or before", "at the latest", "latest")
                    .with(true, "como tarde", "como muy tarde", "como maximo", "a mas tardar");

    private ClockRanges() {}

    static @Nullable Found<When> at(Text text, int i) {
        return text.windows.at(
                i,
                () -> {
                    Found<When> closed = closed(text, i, false);
                    return closed == null ? open(text, i) : closed;
                });
    }

    /** "9 to 5", where a day was said just before. */
    static @Nullable Found<When> loose(Text text, int i) {
        return closed(text, i, true);
    }

    private static @Nullable Found<When> closed(Text text, int i, boolean afterDay) {
        boolean between = text.in(i, BETWEEN);
        boolean opened = between || text.in(i, FROM);
        int start = lead(text, opened ? i + 1 : i);
        Found<Time> from = ClockBody.at(text, start, false);
        if (from == null || !text.in(from.next(), between ? AND : TO)) {
            return null;
        }
        int second = lead(text, from.next() + 1);
        Found<Time> to = ClockBody.at(text, second, false);
        if (to == null || Numerals.isCounted(text, to.next()) || !isWindow(from, to)) {
            return null;
        }
        // "Viernes 4 a las 16:00" is a date and a time.
        boolean alike = second == from.next() + 1 || start > i;
        boolean evident =
                opened
                        || afterDay
                        || !Clocks.isBare(text, start, from)
                        || alike && !Clocks.isBare(text, second, to)
                        || text.is(start - 1, "las")
                        || isBesideToday(text, i, to.next())
                        || Weekdays.at(text, to.next()) != null
                        || text.isAsked(Asked.CLOCK);
        if (!evident || opened && text.is(i, "de") && isZero(from)) {
            return null;
        }
        int middle = between || text.is(from.next(), "-") ? -1 : from.next();
        return new Found<>(
                When.clock(new ClockWords.Window(from.value(), to.value(), middle)), to.next());
    }

    /** "Tomorrow: 4-6", "4-5 tomorrow": what stands beside such a day is no date. */
    static boolean isBesideToday(Text text, int from, int to) {
        int before = text.any(from - 1, ":", ",", "(", "[") ? from - 2 : from - 1;
        return text.in(before, TODAY) || text.in(to, TODAY);
    }

    /** The article of noon is skipped, that of a date is not. */
    private static int lead(Text text, int i) {
        boolean isNoon = text.in(i, ARTICLES) && ClockBody.named(text, i + 1) != null;
        return isNoon ? i + 1 : text.skip(i, LEAD);
    }

    private static boolean isZero(Found<Time> time) {
        return time.value().hour() == 0;
    }

    private static boolean isWindow(Found<Time> from, Found<Time> to) {
        return from.value().isPossible() && to.value().isPossible();
    }

    private static @Nullable Found<When> open(Text text, int i) {
        Found<Boolean> after = AFTER.at(text, i);
        if (after != null) {
            Found<Time> time = end(text, after.next(), text.is(i, "from"));
            if (time != null) {
                int next = ONWARDS.skip(text, time.next());
                return new Found<>(window(time.value(), null), next);
            }
        }
        Found<Boolean> before = BEFORE.at(text, i);
        Found<Time> time = before == null ? null : end(text, before.next(), false);
        return time == null
                ? onwards(text, i)
                : new Found<>(window(null, time.value()), time.next());
    }

    private static @Nullable Found<Time> end(Text text, int i, boolean isFrom) {
        int start = lead(text, i);
        boolean isSpanish = start > i && (text.is(i, "las") || text.is(i, "la"));
        boolean isEnglish =
                text.any(
                        i - 1, "after", "before", "by", "than", "until", "till", "past", "from",
                        "to");
        Found<Time> time = ClockBody.at(text, start, isSpanish || isEnglish && start > i);
        if (time == null || !time.value().isPossible() || Numerals.isCounted(text, time.next())) {
            return null;
        }
        boolean isBare = Clocks.isBare(text, start, time);
        if (isBare && !isSpanish && !isEnglish) {
            return null;
        }
        boolean isDay = isBare && Months.name(text, time.next()) > 0;
        boolean isStart = isFrom && isBare && ONWARDS.at(text, time.next()) == null;
        return isDay || isStart ? null : time;
    }

    private static @Nullable Found<When> onwards(Text text, int i) {
        int start = lead(text, text.is(i, "a") ? i + 1 : i);
        Found<Time> time = ClockBody.at(text, start, start > i);
        if (time == null || !time.value().isPossible()) {
            return null;
        }
        Found<Boolean> onwards = ONWARDS.at(text, time.next());
        if (onwards != null && !text.is(time.next(), "on")) {
            return new Found<>(window(time.value(), null), onwards.next());
        }
        Found<Boolean> earlier = OR_BEFORE.at(text, time.next());
        return earlier == null ? null : new Found<>(window(null, time.value()), earlier.next());
    }

    private static When window(@Nullable Time from, @Nullable Time to) {
        return When.clock(new ClockWords.Window(from, to, -1));
    }
}
