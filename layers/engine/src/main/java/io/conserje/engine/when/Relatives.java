package io.conserje.engine.when;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days told from today: "hoy", "pasado mañana", "tonight", "as soon as possible". */
final class Relatives {
    /** How far ahead "any day" goes. */
    static final int FORTNIGHT = 14;

    private static final Set<String> ARTICLES = Set.of("el", "the", "al", "para");

    /** "Tomorrow week" is eight days from now. */
    private static final Set<String> WEEK_FOLLOWS = Set.of("today", "tomorrow");

    private static final PhraseTable<Integer> DAYS =
            new PhraseTable<Integer>()
                    .with(0, "hoy", "hoy mismo", "hoy dia", "today", "el dia de hoy", "dia de hoy")
                    .with(0, "ahora mismo", "ahorita", "right now", "ahorita mismo", "todays")
                    .with(
                            1,
                            "manana",
                            "manana mismo",
                            "tomorrow",
                            "2 moro",
                            "2 morrow",
                            "tomorrows")
                    .with(1, "dia de manana")
                    .with(2, "pasado manana", "day after tomorrow", "dia despues de manana")
                    .with(2, "pasado", "dia siguiente a manana", "overmorrow")
                    .with(-1, "ayer", "yesterday", "dia de ayer", "yesterdays")
                    .with(-2, "anteayer", "antier", "antes de ayer", "day before yesterday");
    private static final PhraseTable<When> WITH_PART =
            new PhraseTable<When>()
                    .with(today(DayPart.NIGHT), "esta noche", "esta misma noche", "tonight")
                    .with(today(DayPart.NIGHT), "this night", "hoy noche", "2 nite", "2 night")
                    .with(today(DayPart.TARDE), "esta tarde", "esta misma tarde", "esta tardecita")
                    .with(today(DayPart.MORNING), "esta manana", "esta misma manana")
                    .with(today(DayPart.MORNING), "this morning", "this morn")
                    .with(today(DayPart.AFTERNOON), "this afternoon", "this aft", "this arvo")
                    .with(today(DayPart.EVENING), "this evening", "this eve")
                    .with(today(DayPart.NOON), "this lunchtime", "this lunch time")
                    .with(today(DayPart.NOON), "este mediodia")
                    .with(today(DayPart.DAWN), "esta madrugada")
                    .with(today(DayPart.TARDE), "ahora a la tarde", "ahora por la tarde")
                    .with(today(DayPart.NIGHT), "ahora a la noche", "ahora por la noche");
    private static final PhraseTable<Boolean> LAST_NIGHT =
            new PhraseTable<Boolean>().with(true, "anoche", "last night", "ayer noche");
    private static final PhraseTable<Boolean> ANY_DAY =
            new PhraseTable<Boolean>()
                    .with(true, "lo antes posible", "cuanto antes", "as soon as possible", "asap")
                    .with(true, "lo mas pronto posible", "lo mas rapido posible", "a la brevedad")
                    .with(true, "cuanto antes mejor", "lo mas antes posible", "lo antes que pueda")
                    .with(true, "cualquier dia", "cualquiera dia", "any day", "whenever")
                    .with(true, "el dia que sea", "me da igual el dia", "any date", "any time soon")
                    .with(true, "cualquier fecha", "cuando sea", "cuando tengan", "cuando puedan")
                    .with(true, "earliest available", "soonest", "first available")
                    .with(true, "estos dias", "uno de estos dias", "anytime", "cuando haya")
                    .with(true, "next available", "next available slot", "earliest available")
                    .with(true, "next available appointment", "earliest appointment")
                    .with(true, "earliest you have", "earliest you can", "earliest slot")
                    .with(true, "earliest convenience", "earliest possible", "first slot you have")
                    .with(true, "as soon as you can", "soonest possible", "soonest available")
                    .with(true, "first available appointment", "first available slot")
                    .with(true, "lo mas pronto que se pueda", "lo antes que se pueda")
                    .with(true, "lo mas pronto que puedan", "lo antes que puedan")
                    .with(true, "lo mas rapido que se pueda", "lo mas cercano posible")
                    .with(true, "primera cita disponible", "primera cita libre", "primer hueco")
                    .with(
                            true,
                            "primer turno disponible",
                            "primer turno libre",
                            "primer hueco libre")
                    .with(true, "primer turno que haya", "primer turno que tengan")
                    .with(true, "primera cita que haya", "primera cita que tengan")
                    .with(true, "primera fecha disponible", "proxima fecha disponible")
                    .with(true, "cualquier dia que tengan", "el dia que tengan");

    private Relatives() {}

    private static When today(DayPart part) {
        return new When(new DayWords.OfToday(0), new ClockWords.During(part));
    }

    static @Nullable Found<When> at(Text text, int i) {
        Found<When> part = WITH_PART.at(text, i);
        if (part != null) {
            return part;
        }
        Found<Boolean> last = LAST_NIGHT.at(text, i);
        if (last != null) {
            DayWords day = new DayWords.OfToday(-1);
            return new Found<>(new When(day, new ClockWords.During(DayPart.NIGHT)), last.next());
        }
        Found<Boolean> any = ANY_DAY.at(text, i);
        if (any != null) {
            DayWords days = DayWords.Run.of(text.today(), text.today().plusDays(FORTNIGHT - 1L));
            return new Found<>(When.day(days), any.next());
        }
        Found<DayWords> day = day(text, i);
        return day == null ? null : new Found<>(When.day(day.value()), day.next());
    }

    static @Nullable Found<DayWords> day(Text text, int i) {
        int j = text.skip(i, ARTICLES);
        Found<Integer> found = DAYS.at(text, j);
        if (found == null) {
            return text.is(i, "now") || text.is(i, "ahora") ? now(text, i) : null;
        }
        boolean isMorning =
                text.is(j, "manana")
                        && (text.any(i - 1, "la", "esta", "las")
                                || text.is(i - 1, "de") && text.is(i - 2, "la"));
        boolean isPast =
                text.is(j, "pasado")
                        && found.next() == j + 1
                        && !(text.any(j - 1, "o", "y", "u", "ni", "/") && text.is(j - 2, "manana"));
        if (isMorning || isPast) {
            return null;
        }
        boolean inAWeek = text.in(j, WEEK_FOLLOWS) && text.is(found.next(), "week");
        return inAWeek
                ? new Found<>(new DayWords.OfToday(found.value() + 7), found.next() + 1)
                : new Found<>(new DayWords.OfToday(found.value()), found.next());
    }

    /** "Can I come now?", but not "now I want". */
    private static @Nullable Found<DayWords> now(Text text, int i) {
        boolean isEnd = i + 1 == text.size() || text.any(i + 1, "?", "!", ".", ",", "\n");
        boolean isStart = i == 0 && text.size() > 2;
        // "A few days from now" begins later.
        boolean isLater = text.is(i - 1, "from");
        return isEnd && !isStart && !isLater ? new Found<>(new DayWords.OfToday(0), i + 1) : null;
    }
}
