package io.conserje.engine.when;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the days, in full and short; short ones that are words too need company. */
final class Weekdays {
    private static final Map<String, DayOfWeek> SURE = new HashMap<>();
    private static final Map<String, DayOfWeek> WITH_COMPANY =
            Map.of("sat", DayOfWeek.SATURDAY, "sun", DayOfWeek.SUNDAY, "dom", DayOfWeek.SUNDAY);
    private static final Map<String, DayOfWeek> WITH_NUMBER =
            Map.of(
                    "lu",
                    DayOfWeek.MONDAY,
                    "ma",
                    DayOfWeek.TUESDAY,
                    "mar",
                    DayOfWeek.TUESDAY,
                    "mi",
                    DayOfWeek.WEDNESDAY,
                    "ju",
                    DayOfWeek.THURSDAY,
                    "vi",
                    DayOfWeek.FRIDAY,
                    "sa",
                    DayOfWeek.SATURDAY,
                    "do",
                    DayOfWeek.SUNDAY);
    private static final Set<String> NAMED =
            Set.of("soy", "llamo", "llama", "nombre", "named", "am", "im", "name", "don", "senor");
    private static final Set<String> BEFORE =
            Set.of("on", "this", "next", "coming", "every", "by", "el", "este", "del", "al", "los");
    private static final Set<String> AFTER =
            Set.of(
                    "morning",
                    "afternoon",
                    "evening",
                    "at",
                    "a",
                    "por",
                    "noche",
                    "que",
                    "am",
                    "pm",
                    "arvo",
                    "night",
                    "eve",
                    "morn",
                    "noon",
                    "midday",
                    "lunchtime",
                    "between",
                    "after",
                    "before",
                    "around",
                    "from");
    private static final Set<String> BETWEEN = Set.of("or", "and", "to", "o", "y", "-", "/", "&");
    private static final Set<String> SUBJECTS =
            Set.of("i", "we", "he", "she", "they", "the", "and");

    static {
        put(DayOfWeek.MONDAY, "lunes lun monday mondays mon");
        put(DayOfWeek.TUESDAY, "martes tuesday tuesdays tue tues");
        put(DayOfWeek.WEDNESDAY, "miercoles mie mierc mier wednesday wednesdays wed weds");
        put(DayOfWeek.THURSDAY, "jueves jue juev thursday thursdays thu thur thurs thrs");
        put(DayOfWeek.FRIDAY, "viernes vier vie friday fridays fri");
        put(DayOfWeek.SATURDAY, "sabado sabados sab saturday saturdays");
        put(DayOfWeek.SUNDAY, "domingo domingos sunday sundays");
    }

    private Weekdays() {}

    private static void put(DayOfWeek day, String names) {
        for (String name : names.split(" ", -1)) {
            SURE.put(name, day);
        }
    }

    static @Nullable DayOfWeek at(Text text, int i) {
        String word = text.word(i);
        if (word.equals("wed") && text.isPossessive(i)) {
            // "We'd".
            return null;
        }
        DayOfWeek sure = SURE.get(word);
        if (sure != null) {
            return isSomebody(text, i) ? null : sure;
        }
        DayOfWeek likely = WITH_COMPANY.get(word);
        if (likely != null) {
            return text.isAll(i, i + 1) || hasCompany(text, i) ? likely : null;
        }
        DayOfWeek rare = WITH_NUMBER.get(word);
        return rare != null && (text.isAll(i, i + 1) || hasNumber(text, i + 1)) ? rare : null;
    }

    /** "I am Friday", and not "10 am Friday". */
    private static boolean isSomebody(Text text, int i) {
        boolean half = text.is(i - 1, "am") && text.value(i - 2) >= 0;
        return text.in(i - 1, NAMED) && !half;
    }

    private static boolean hasCompany(Text text, int i) {
        return text.in(i - 1, BEFORE)
                || text.in(i - 1, BETWEEN) && SURE.containsKey(text.word(i - 2))
                || text.in(i + 1, BETWEEN) && isName(text.word(i + 2))
                || text.in(i - 1, BETWEEN) && WITH_COMPANY.containsKey(text.word(i - 2))
                || !text.in(i - 1, SUBJECTS) && (text.value(i + 1) >= 0 || text.in(i + 1, AFTER));
    }

    private static boolean isName(String word) {
        return SURE.containsKey(word) || WITH_COMPANY.containsKey(word);
    }

    private static boolean hasNumber(Text text, int i) {
        boolean marked = text.is(i, ".") || text.is(i, ",");
        int j = marked ? i + 1 : i;
        // "I can do 10", "a mi 5 me parece bien".
        boolean isOrdinary = text.any(i - 1, "do", "mi", "ma");
        return (marked || !isOrdinary)
                && text.digits(j) > 0
                && text.value(j) <= 31
                && !text.is(j + 1, ":");
    }

    /** The token after the day's name, its full stop and the comma before a date. */
    static int end(Text text, int i) {
        boolean isShort = text.word(i).length() <= 5 && text.is(i + 1, ".") && text.isGlued(i + 1);
        return isShort ? i + 2 : i + 1;
    }
}
