package io.conserje.engine.when;

import io.conserje.engine.when.Reckoning.Asked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of the day: "por la tarde", "in the morning", "a última hora". */
final class Parts {
    private static final PhraseTable<DayPart> HALVES =
            new PhraseTable<DayPart>()
                    .with(DayPart.AM, "am", "a . m .", "a . m", "a m", "a . m . .")
                    .with(DayPart.PM, "pm", "p . m .", "p . m", "p m");
    private static final PhraseTable<DayPart> PARTS = new PhraseTable<>();
    private static final PhraseTable<DayPart> ENGLISH =
            new PhraseTable<DayPart>()
                    .with(DayPart.MORNING, "morning", "mornings", "a morning")
                    .with(DayPart.AFTERNOON, "afternoon", "afternoons", "an afternoon", "arvo")
                    .with(DayPart.EVENING, "evening", "evenings", "an evening")
                    .with(DayPart.EARLY_MORNING, "early morning", "early in the morning")
                    .with(DayPart.LATE_MORNING, "late morning", "mid morning", "mid - morning")
                    .with(DayPart.EARLY_AFTERNOON, "early afternoon", "early in the afternoon")
                    .with(DayPart.LATE_AFTERNOON, "late afternoon", "late in the afternoon")
                    .with(DayPart.NIGHT, "at night", "at nights", "in the night")
                    .with(DayPart.FIRST_THING, "first thing", "first thing in the morning")
                    .with(DayPart.FIRST_THING, "first thing in the am", "early")
                    .with(DayPart.LATE, "end of the day", "end of day", "at the end of the day")
                    .with(DayPart.NOON, "lunchtime", "lunch time", "at lunch", "at lunchtime")
                    .with(DayPart.NOON, "over lunch", "during lunch", "around lunchtime")
                    .with(DayPart.AFTERNOON, "after lunch")
                    .with(DayPart.MORNING, "before lunch", "after breakfast")
                    .with(DayPart.MID_AFTERNOON, "mid afternoon", "mid - afternoon")
                    .with(DayPart.EARLY_EVENING, "early evening", "early in the evening")
                    .with(DayPart.LATE_EVENING, "late evening", "late in the evening")
                    .with(DayPart.LATE, "last thing")
                    .with(DayPart.EVENING, "after work")
                    .with(DayPart.LATE_AFTERNOON, "after school")
                    .with(DayPart.EARLY_MORNING, "before work", "before school")
                    .with(DayPart.FIRST_THING, "as early as possible", "as early as you can");
    private static final PhraseTable<DayPart> SPANISH =
            new PhraseTable<DayPart>()
                    .with(DayPart.FIRST_THING, "a primera hora", "primera hora", "temprano")
                    .with(DayPart.FIRST_THING, "a primera hora de la manana", "tempranito")
                    .with(DayPart.FIRST_THING, "temprano por la manana", "temprano en la manana")
                    .with(DayPart.LATE, "a ultima hora", "ultima hora", "al final del dia")
                    .with(DayPart.LATE, "a ultima hora de la tarde", "a ultima hora del dia")
                    .with(DayPart.NOON, "al mediodia", "al medio dia", "por el mediodia")
                    .with(DayPart.LATE_MORNING, "a media manana", "media manana")
                    .with(DayPart.LATE_AFTERNOON, "a media tarde", "media tarde")
                    .with(DayPart.NOON, "a la hora de comer", "a la hora de la comida")
                    .with(DayPart.NOON, "a la hora del almuerzo")
                    .with(DayPart.FIRST_THING, "por la manana temprano", "en la manana temprano")
                    .with(DayPart.FIRST_THING, "lo mas temprano posible", "bien temprano")
                    .with(DayPart.TARDE, "despues de comer", "despues de la comida")
                    .with(DayPart.TARDE, "despues de almorzar", "despues del almuerzo")
                    .with(DayPart.MORNING, "antes de comer", "antes de la comida")
                    .with(DayPart.MORNING, "antes de almorzar", "antes del almuerzo")
                    .with(DayPart.EVENING, "despues del trabajo", "despues de trabajar")
                    .with(DayPart.EVENING, "al salir del trabajo", "saliendo del trabajo")
                    .with(DayPart.EVENING, "despues del laburo", "tarde noche", "tarde - noche")
                    .with(DayPart.EVENING, "por la tarde noche", "por la tarde - noche")
                    .with(DayPart.EARLY_MORNING, "antes del trabajo", "antes de trabajar")
                    .with(DayPart.LATE_AFTERNOON, "despues del cole", "despues del colegio")
                    .with(DayPart.EARLY_AFTERNOON, "a primera hora de la tarde")
                    .with(DayPart.LATE_MORNING, "a ultima hora de la manana")
                    .with(DayPart.MORNING, "cualquier manana")
                    .with(DayPart.TARDE, "cualquier tarde")
                    .with(DayPart.NIGHT, "cualquier noche");
    private static final PhraseTable<DayPart> AFTER_DAY =
            new PhraseTable<DayPart>()
                    .with(DayPart.TARDE, "tarde")
                    .with(DayPart.NIGHT, "noche", "night")
                    .with(DayPart.MORNING, "morn")
                    .with(DayPart.AFTERNOON, "aft")
                    .with(DayPart.EVENING, "eve")
                    .with(DayPart.NOON, "mediodia")
                    .with(DayPart.DAWN, "madrugada");
    private static final Set<String> ONLY_TIMES = Set.of("early", "temprano");

    static {
        for (String before : new String[] {"por", "en", "a", "de", "durante"}) {
            spanish(before + " la ", "");
            spanish(before + " las ", "s");
        }
        spanish("la ", "");
        spanish("las ", "s");
        PARTS.with(DayPart.TARDE, "de tarde").with(DayPart.NIGHT, "de noche");
        PARTS.with(DayPart.DAWN, "de madrugada").with(DayPart.NOON, "del mediodia");
        PARTS.with(DayPart.NOON, "del medio dia").with(DayPart.MORNING, "de mananita");
        for (String before :
                new String[] {"in the ", "on the ", "of the ", "during the ", "the "}) {
            PARTS.with(DayPart.MORNING, before + "morning", before + "mornings");
            PARTS.with(DayPart.AFTERNOON, before + "afternoon", before + "afternoons");
            PARTS.with(DayPart.EVENING, before + "evening", before + "evenings");
        }
        PARTS.with(DayPart.NIGHT, "at night");
    }

    private Parts() {}

    private static void spanish(String before, String plural) {
        PARTS.with(DayPart.MORNING, before + "manana" + plural);
        PARTS.with(DayPart.TARDE, before + "tarde" + plural, before + "tardecita" + plural);
        PARTS.with(DayPart.NIGHT, before + "noche" + plural);
        PARTS.with(DayPart.DAWN, before + "madrugada" + plural);
    }

    /** What tells the half of the day after a time: "pm", "de la tarde". */
    static @Nullable Found<DayPart> suffix(Text text, int i) {
        return text.suffixes.at(
                i,
                () -> {
                    Found<DayPart> half = half(text, i);
                    return half == null ? PARTS.at(text, i) : half;
                });
    }

    static @Nullable Found<DayPart> half(Text text, int i) {
        boolean isWord = text.is(i, "a") && !text.is(i + 1, ".");
        return isWord ? null : HALVES.at(text, i);
    }

    /** Bare words after a time: "15 to 2 night", "7 tarde". */
    static @Nullable Found<DayPart> loose(Text text, int i) {
        Found<DayPart> part = suffix(text, i);
        part = part == null ? AFTER_DAY.at(text, i) : part;
        return part == null && !text.is(i, "early") ? ENGLISH.at(text, i) : part;
    }

    static @Nullable Found<When> at(Text text, int i) {
        Found<DayPart> part = PARTS.at(text, i);
        part = longer(part, SPANISH.at(text, i));
        part = longer(part, ENGLISH.at(text, i));
        if (part == null && text.isAsked(Asked.CLOCK)) {
            part = AFTER_DAY.at(text, i);
        }
        if (part == null || isNoTime(text, i, part.next())) {
            return null;
        }
        return found(part);
    }

    /** "Jueves noche", "mañana tarde", "Friday pm". */
    static @Nullable Found<When> afterDay(Text text, int i) {
        Found<DayPart> part = AFTER_DAY.at(text, i);
        if (part != null) {
            return found(part);
        }
        Found<DayPart> half = half(text, i);
        if (half == null) {
            return null;
        }
        DayPart said = half.value() == DayPart.AM ? DayPart.MORNING : DayPart.AFTERNOON;
        return found(new Found<>(said, half.next()));
    }

    private static Found<When> found(Found<DayPart> part) {
        return new Found<>(When.clock(new ClockWords.During(part.value())), part.next());
    }

    private static boolean isNoTime(Text text, int i, int next) {
        boolean isGreeting =
                i == 0
                        && (text.is(i, "morning")
                                || text.is(i, "afternoon")
                                || text.is(i, "evening"))
                        && (text.isAll(i, next) && text.isAsked(Asked.NOTHING)
                                || text.any(next, ",", "!"));
        boolean isComparison =
                text.in(i, ONLY_TIMES)
                        && (text.any(i - 1, "too", "muy", "mas", "demasiado", "so", "tan"));
        boolean isEarlyMonth = text.is(i, "early") && Months.name(text, next) > 0;
        boolean isDays = text.is(i, "la") && text.is(i + 1, "manana") && text.is(next, "siguiente");
        return isGreeting || isComparison || isEarlyMonth || isDays;
    }

    private static @Nullable Found<DayPart> longer(
            @Nullable Found<DayPart> one, @Nullable Found<DayPart> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.next() > one.next() ? other : one;
    }
}
