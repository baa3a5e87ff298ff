package io.conserje.engine.when;

import io.conserje.engine.when.ClockWords.Time;
import io.conserje.engine.when.Reckoning.Asked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time of day: "a las 5 y media", "17h30", "quarter to six", "around noon". */
final class Clocks {
    private static final PhraseTable<Boolean> AROUND =
            new PhraseTable<Boolean>()
                    .with(true, "a eso de", "hacia", "sobre", "tipo", "como", "alrededor de")
                    .with(true, "cerca de", "around", "about", "circa", "aprox", "approximately")
                    .with(true, "roughly", "mas o menos a", "at around", "at about", "como a")
                    .with(true, "at approximately", "a como", "aproximadamente", "maybe around")
                    .with(true, "close to", "closer to", "near", "nearer", "towards", "toward")
                    .with(true, "rondando", "al filo de", "por ahi de", "por ai de", "por ahi a")
                    .with(true, "somewhere around", "sometime around", "al rededor de");
    private static final PhraseTable<Boolean> OR_SO =
            new PhraseTable<Boolean>()
                    .with(true, "ish", "or so", "o asi", "mas o menos", "aprox", "approx")
                    .with(
                            true,
                            "aproximadamente",
                            "- ish",
                            "y pico",
                            "y algo",
                            "o por ahi",
                            "give or take")
                    .with(true, "more or less", "o algo asi", "approximately", "or thereabouts");
    private static final PhraseTable<Boolean> LAS =
            new PhraseTable<Boolean>().with(true, "a las", "a la", "las", "la", "alas", "ala");

    /** "7 tonight". */
    private static final PhraseTable<Boolean> TODAY_AT =
            new PhraseTable<Boolean>()
                    .with(true, "tonight", "this evening", "this afternoon", "this morning")
                    .with(true, "tomorrow night", "tomorrow morning", "tomorrow evening")
                    .with(true, "tomorrow afternoon", "in the evening", "in the morning");

    private static final Set<String> AT = Set.of("at", "@");
    private static final Set<String> ARTICLES = Set.of("el", "the", "al");
    private static final Set<String> CLOSING =
            Set.of(
                    "",
                    ".",
                    ",",
                    "?",
                    "!",
                    "\n",
                    ")",
                    ";",
                    "y",
                    "o",
                    "or",
                    "and",
                    "el",
                    "la",
                    "de",
                    "del",
                    "por",
                    "en",
                    "on",
                    "of",
                    "please",
                    "gracias",
                    "porfa",
                    "pls",
                    "plz",
                    "if",
                    "si",
                    "con",
                    "with",
                    "but",
                    "pero",
                    "thanks",
                    "thank",
                    "este",
                    "manana",
                    "hoy",
                    "tomorrow",
                    "today",
                    "esta",
                    "this",
                    "next",
                    "mejor",
                    "es",
                    "is",
                    "ok",
                    "vale",
                    "would",
                    "tonight",
                    "xfa",
                    "xfavor",
                    "a",
                    "pasado",
                    "no",
                    "mas",
                    "aprox",
                    "ish",
                    "-",
                    "works",
                    "sounds",
                    "estaria",
                    "seria",
                    "va");

    private Clocks() {}

    static @Nullable Found<When> at(Text text, int i) {
        int j = AROUND.skip(text, i);
        boolean around = j > i;
        // "Move it to 5".
        boolean atSign = text.in(j, AT) || text.is(j, "to") && text.isChange();
        j = atSign ? j + 1 : j;
        int k = LAS.skip(text, j);
        boolean las = k > j;
        Found<Time> time = ClockBody.at(text, las || atSign ? k : j, las || atSign);
        if (time == null && las) {
            return null;
        }
        int start = las || atSign ? k : j;
        if (time == null && (around || atSign || start == i)) {
            start = around || !text.is(j, "al") ? text.skip(j, ARTICLES) : j;
            time = start > j ? ClockBody.named(text, start) : null;
        }
        boolean isAbout = around && Set.of("como", "about", "sobre").contains(text.word(i));
        if (time == null
                || isBare(text, start, time)
                        && !isTrusted(text, j, k, start, time, around && !isAbout)) {
            return null;
        }
        Found<Boolean> orSo = OR_SO.at(text, time.next());
        int next = orSo == null ? time.next() : orSo.next();
        Time said = around || orSo != null ? time.value().asAround() : time.value();
        return new Found<>(When.clock(said), next);
    }

    /** A number and nothing that makes it a time. */
    static boolean isBare(Text text, int start, Found<Time> time) {
        boolean isIsh = text.is(time.next(), "ish") && text.isGlued(time.next());
        return time.next() == start + 1 && ClockBody.named(text, start) == null && !isIsh;
    }

    private static boolean isTrusted(
            Text text, int j, int k, int start, Found<Time> time, boolean around) {
        int next = time.next();
        if (Numerals.isCounted(text, next) || text.value(start) == 0 && text.digits(start) == 1) {
            return false;
        }
        boolean isPlural = text.is(k - 1, "las") || text.is(k - 1, "alas");
        boolean isOne = time.value().hour() == 1;
        if (k > j && start == k) {
            boolean withA = k == j + 2 || text.is(j, "alas") || text.is(j, "ala");
            boolean rightNumber = isPlural != isOne || text.value(start) >= 0 && isPlural;
            return rightNumber && (withA || around || isPlural && text.in(next, CLOSING));
        }
        boolean opens = start == 0 || text.any(start - 1, ",", ".", "\n", "say", "do", "maybe");
        if (opens && TODAY_AT.at(text, next) != null && time.value().hour() <= 12) {
            return true;
        }
        // "Nine tomorrow": of two there might be two who come.
        if (opens && text.is(next, "tomorrow") && time.value().hour() >= 7) {
            return time.value().isPossible();
        }
        // "Either 9 or 9:30".
        Found<Time> other =
                text.any(next, "or", "o") && (opens || text.is(start - 1, "either"))
                        ? ClockBody.at(text, next + 1, false)
                        : null;
        if (other != null && !isBare(text, next + 1, other) && other.value().isPossible()) {
            return time.value().isPossible();
        }
        // "The earlier one" is no hour.
        boolean isThat = text.is(start, "one") && !opens;
        boolean isAsked = text.isAsked(Asked.CLOCK) && time.value().isPossible() && !isThat;
        if (start > j - 1 && text.in(start - 1, AT)) {
            return true;
        }
        if (text.is(start - 1, "to") && text.isChange()) {
            return time.value().isPossible() && text.in(next, CLOSING);
        }
        boolean closes = text.in(next, CLOSING) || around && Weekdays.at(text, next) != null;
        return (around || isAsked) && time.value().isPossible() && closes;
    }

    /** "A las 5 o 6", "mañana a 11": a number that goes on from what was read before it. */
    static @Nullable Found<When> goingOn(Text text, int i) {
        Found<Time> time = ClockBody.at(text, i, false);
        if (time == null
                || !time.value().isPossible()
                || Numerals.isCounted(text, time.next())
                || !text.in(time.next(), CLOSING)) {
            return null;
        }
        return new Found<>(When.clock(time.value()), time.next());
    }
}
