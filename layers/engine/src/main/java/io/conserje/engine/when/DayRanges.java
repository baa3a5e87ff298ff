package io.conserje.engine.when;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Del 3 al 7 de mayo", "from May 3 to 7", "between Monday and Wednesday", "until the 21st". */
final class DayRanges {
    private static final Set<String> FROM = Set.of("de", "del", "desde", "from");
    private static final Set<String> BETWEEN = Set.of("entre", "between");
    private static final Set<String> TO =
            Set.of("a", "al", "hasta", "to", "until", "till", "til", "through", "thru", "-");
    private static final Set<String> AND = Set.of("y", "and", "e", "to", "a", "-", "&");
    private static final Set<String> ON = Set.of("el", "the", "los", "on");
    private static final PhraseTable<Boolean> SINCE =
            new PhraseTable<Boolean>()
                    .with(true, "a partir de", "a partir", "desde", "from", "starting", "as of")
                    .with(true, "starting from", "starting on", "de ahora", "no before")
                    .with(true, "anytime from", "any time from", "any day from", "not before")
                    .with(true, "not until", "no earlier than", "not earlier than", "no antes de")
                    .with(true, "no antes", "no sooner than", "anytime after", "any time after")
                    .with(false, "despues de", "despues", "after", "pasado");
    private static final PhraseTable<Boolean> UNTIL =
            new PhraseTable<Boolean>()
                    .with(
                            true,
                            "hasta",
                            "until",
                            "till",
                            "by",
                            "no later than",
                            "a mas tardar",
                            "up to")
                    .with(true, "not later than", "no mas tarde de", "no mas tarde", "up until")
                    .with(true, "between now and", "from now until", "from now till", "de aqui a")
                    .with(true, "de aqui", "de aca a", "de aca", "entre ahora y", "from now to")
                    .with(false, "antes de", "antes", "before", "any time before", "anytime before")
                    .with(false, "sooner than", "earlier than");
    private static final PhraseTable<Boolean> ONWARDS =
            new PhraseTable<Boolean>()
                    .with(true, "en adelante", "onwards", "onward", "on", "forward", "or later")
                    .with(
                            true,
                            "o despues",
                            "o mas tarde",
                            "at the earliest",
                            "como pronto",
                            "or after");
    private static final PhraseTable<Boolean> LATEST =
            new PhraseTable<Boolean>()
                    .with(true, "at the latest", "latest", "como tarde", "como muy tarde")
                    .with(true, "a mas tardar", "como maximo", "or before", "o antes");

    private static final Set<String> HELD =
            Set.of(
                    "one",
                    "appointment",
                    "booking",
                    "that",
                    "class",
                    "lesson",
                    "reservation",
                    "email",
                    "apart",
                    "aside");

    private DayRanges() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        Found<DayWords> closed = closed(text, i);
        return closed == null ? open(text, i) : closed;
    }

    private static @Nullable Found<DayWords> closed(Text text, int i) {
        boolean between = text.in(i, BETWEEN);
        int start = between || text.in(i, FROM) && !text.is(i, "del") ? i + 1 : i;
        Found<DayWords> one = DayPhrases.one(text, start);
        Found<DayWords> span = one == null ? null : to(text, one, between);
        if (span != null) {
            return span;
        }
        Found<DayWords> bare = Dates.bare(text, start);
        return bare == null ? null : to(text, bare, between);
    }

    private static @Nullable Found<DayWords> to(Text text, Found<DayWords> from, boolean between) {
        int middle = text.is(from.next(), ",") ? from.next() + 1 : from.next();
        if (!text.in(middle, between ? AND : TO)) {
            return null;
        }
        int start = text.is(middle, "al") ? middle : middle + 1;
        Found<DayWords> to = DayPhrases.one(text, start);
        Found<DayWords> bare = Dates.bare(text, start);
        boolean isBareFrom = isBare(text, from);
        if (to == null || bare != null && bare.next() > to.next()) {
            to = isBareFrom && !hasArticle(text, start) ? null : bare;
        }
        if (to == null || !match(from.value(), to.value(), isBareFrom)) {
            return null;
        }
        return new Found<>(new DayWords.Span(from.value(), to.value(), middle, between), to.next());
    }

    private static boolean hasArticle(Text text, int start) {
        return text.in(start, ON) || text.is(start, "al");
    }

    /** A number alone, which may as well be an hour. */
    private static boolean isBare(Text text, Found<DayWords> from) {
        return from.value() instanceof DayWords.Date date
                && date.month() == 0
                && date.weekday() == null
                && Numerals.ordinal(text, from.next() - 2) == null
                && !text.any(from.next() - 2, "el", "del", "the", "dia", "al");
    }

    /** "From 3 to Friday" is no run of days; "mañana a 11" is none either. */
    private static boolean match(DayWords from, DayWords to, boolean isBareFrom) {
        boolean isNumber = to instanceof DayWords.Date date && date.month() == 0;
        if (from instanceof DayWords.Date) {
            return !isBareFrom || to instanceof DayWords.Date;
        }
        return !isNumber || to instanceof DayWords.Date date && date.weekday() != null;
    }

    private static @Nullable Found<DayWords> open(Text text, int i) {
        Found<Boolean> since = SINCE.at(text, i);
        if (since != null) {
            Found<DayWords> day = DayPhrases.bound(text, since.next());
            boolean isFrom = text.is(i, "from") && isLedFrom(text, i) || text.is(i, "pasado");
            if (day != null && !(isFrom && ONWARDS.at(text, day.next()) == null)) {
                int next = ONWARDS.skip(text, day.next());
                return new Found<>(new DayWords.Since(day.value(), since.value()), next);
            }
        }
        // "Put it off until Friday" moves it to that day.
        boolean moves = text.isChange() && text.any(i, "until", "till", "til", "hasta");
        Found<Boolean> until = moves ? null : UNTIL.at(text, i);
        if (until != null) {
            Found<DayWords> day = DayPhrases.bound(text, until.next());
            boolean withIt = until.value() || PartsOfMonths.isEnd(text, until.next());
            return day == null
                    ? null
                    : new Found<>(new DayWords.Until(day.value(), withIt), day.next());
        }
        return onwards(text, i);
    }

    /** "The one from Monday", "move it from Monday", "from Friday for three nights". */
    private static boolean isLedFrom(Text text, int i) {
        return text.isChange() || text.in(i - 1, HELD) || text.staysOvernight();
    }

    private static @Nullable Found<DayWords> onwards(Text text, int i) {
        Found<DayWords> day = DayPhrases.one(text, i);
        Found<Boolean> latest = day == null ? null : LATEST.at(text, day.next());
        if (day != null && latest != null) {
            return new Found<>(new DayWords.Until(day.value(), true), latest.next());
        }
        Found<Boolean> onwards = day == null ? null : ONWARDS.at(text, day.next());
        if (day == null
                || onwards == null
                || onwards.next() == day.next() + 1 && text.is(day.next(), "on")) {
            return null;
        }
        return new Found<>(new DayWords.Since(day.value(), true), onwards.next());
    }
}
