package io.conserje.engine.when;

import java.util.Set;

/** Finds what looks like a time and is none: greetings, phone numbers, addresses, prices. */
final class NotTimes {
    private static final PhraseTable<Boolean> SAYINGS =
            new PhraseTable<Boolean>()
                    .with(true, "buenos dias", "buen dia", "buenas tardes", "buenas noches")
                    .with(true, "buena tarde", "buena noche", "good morning", "good afternoon")
                    .with(true, "good evening", "good night", "good day", "goodnight", "gnight")
                    .with(true, "hasta manana", "see you tomorrow", "nos vemos manana")
                    .with(true, "see u tomorrow", "cya tomorrow", "talk tomorrow")
                    .with(true, "mas tarde", "muy tarde", "tan tarde", "demasiado tarde")
                    .with(true, "llego tarde", "llegar tarde", "llegare tarde", "es tarde")
                    .with(true, "first time", "primera vez", "second time", "segunda vez")
                    .with(true, "24 / 7", "24 horas", "24 hours", "24 hrs", "24 h", "24h")
                    .with(true, "un momento", "one moment", "un segundo", "one second", "a second")
                    .with(true, "feliz navidad", "feliz ano nuevo", "feliz ano", "felices reyes")
                    .with(true, "merry christmas", "happy christmas", "happy new year")
                    .with(true, "happy easter", "happy halloween", "happy valentines day")
                    .with(true, "per night", "per day", "a day", "por dia", "al dia", "every day")
                    .with(true, "el otro dia", "the other day", "algun dia", "some day", "one day")
                    .with(true, "last time", "next time", "la proxima vez", "this time", "at once")
                    .with(true, "media luna", "medio dia libre", "at first", "de una vez")
                    .with(true, "happy friday", "feliz viernes", "feliz lunes", "feliz domingo")
                    .with(true, "domingo de guzman", "no tan temprano", "early bird");
    private static final PhraseTable<Boolean> IN_24_HOURS =
            new PhraseTable<Boolean>()
                    .with(
                            true,
                            "en 24 horas",
                            "in 24 hours",
                            "dentro de 24 horas",
                            "hace 24 horas");
    private static final Set<String> STREETS =
            Set.of("calle", "c", "avenida", "av", "avda", "plaza", "colonia", "paseo", "street");
    private static final Set<String> STREETS_AFTER =
            Set.of("street", "road", "avenue", "lane", "boulevard");
    private static final Set<String> MONEY = Set.of("$", "€", "£");
    private static final Set<String> AFTER_NUMBER = Set.of("%", "€", "$", "£");
    private static final int LONG_RUN = 9;
    private static final int LONGEST_RUN = 24;

    private NotTimes() {}

    static void bar(Text text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.token(i).barred()) {
                continue;
            }
            int in24 = IN_24_HOURS.skip(text, i);
            if (in24 > i) {
                i = in24 - 1;
                continue;
            }
            bar(text, i);
        }
    }

    private static void bar(Text text, int i) {
        int saying = SAYINGS.skip(text, i);
        if (saying > i) {
            text.bar(i, saying);
            return;
        }
        if (text.is(i, "@") && text.isGlued(i) && text.isGlued(i + 1)) {
            text.bar(Math.max(0, chunkStart(text, i)), chunkEnd(text, i));
        } else if (text.in(i, STREETS) && !text.is(i - 1, "/") && i + 1 < text.size()) {
            address(text, i + 1);
        } else if (text.token(i).isNumber()) {
            number(text, i);
        }
    }

    private static int chunkStart(Text text, int i) {
        int from = i;
        while (text.isGlued(from)) {
            from--;
        }
        return from;
    }

    private static int chunkEnd(Text text, int i) {
        int to = i + 1;
        while (text.isGlued(to)) {
            to++;
        }
        return to;
    }

    /** "Calle 5", "avenida 12 de octubre". */
    private static void address(Text text, int i) {
        if (Numerals.number(text, i) == null) {
            return;
        }
        boolean isNamed = text.is(i + 1, "de") && Months.name(text, i + 2) > 0;
        text.bar(i, isNamed ? i + 3 : i + 1);
    }

    private static void number(Text text, int i) {
        for (int k = i + 1; k <= i + 2; k++) {
            if (text.in(k, STREETS_AFTER)) {
                text.bar(i, k + 1);
                return;
            }
        }
        int end = runEnd(text, i);
        if (end > i + 1 && isPhone(text, i, end) && NumericDates.at(text, i) == null) {
            text.bar(i, end);
        } else if (text.token(i).length() > 4
                || text.in(i - 1, MONEY)
                || text.is(i - 1, "#")
                || text.in(i + 1, AFTER_NUMBER)) {
            text.bar(i, i + 1);
        }
    }

    /** Numbers with nothing but spaces, dots and dashes between them. */
    private static int runEnd(Text text, int i) {
        int end = i + 1;
        while (end < text.size() && end < i + LONGEST_RUN) {
            boolean isMark = text.any(end, "-", ".", "(", ")") && text.token(end + 1).isNumber();
            if (!isMark && !text.token(end).isNumber()) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean isPhone(Text text, int from, int to) {
        int digits = 0;
        boolean hasGroup = false;
        for (int i = from; i < to; i++) {
            if (text.token(i).isNumber()) {
                digits += text.token(i).length();
                hasGroup |= text.token(i).length() == 3 || text.token(i).length() > 4;
            }
        }
        boolean isPlus = text.is(from - 1, "+");
        return digits >= LONG_RUN || digits >= 7 && (hasGroup || isPlus);
    }
}
