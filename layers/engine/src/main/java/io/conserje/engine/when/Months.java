package io.conserje.engine.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the months; as words by themselves they need a preposition. */
final class Months {
    /** A month; the year is 0 when it is not said. */
    record Month(int month, int year) {}

    private static final Map<String, Integer> NAMES = new HashMap<>();
    private static final Set<String> FULL;
    private static final Set<String> PRONOUNS =
            Set.of("i", "we", "you", "he", "she", "they", "it", "be", "have", "not", "my");
    private static final Set<String> OF = Set.of("de", "del", "of");

    /** How many months from this one. */
    static final PhraseTable<Integer> RELATIVE =
            new PhraseTable<Integer>()
                    .with(0, "este mes", "este mismo mes", "mes en curso", "mes actual")
                    .with(0, "this month", "the month", "corriente", "corriente mes")
                    .with(1, "mes que viene", "proximo mes", "mes proximo", "mes siguiente")
                    .with(1, "siguiente mes", "mes entrante", "next month", "following month")
                    .with(1, "mes q viene", "coming month")
                    .with(-1, "mes pasado", "pasado mes", "last month");

    static {
        put(1, "enero january ene jan");
        put(2, "febrero february feb");
        put(3, "marzo march mar");
        put(4, "abril april abr apr");
        put(5, "mayo may");
        put(6, "junio june jun");
        put(7, "julio july jul");
        put(8, "agosto august ago aug");
        put(9, "septiembre september sept sep set");
        put(10, "octubre october oct");
        put(11, "noviembre november nov");
        put(12, "diciembre december dic dec");
        FULL =
                Set.of(
                        ("enero january febrero february marzo march abril april mayo may junio"
                                        + " june julio july agosto august septiembre september"
                                        + " octubre october noviembre november diciembre december")
                                .split(" "));
    }

    private Months() {}

    private static void put(int month, String names) {
        for (String name : names.split(" ", -1)) {
            NAMES.put(name, month);
        }
    }

    /** The number of the month whose name stands there; 0 for none. */
    static int name(Text text, int i) {
        int month = NAMES.getOrDefault(text.word(i), 0);
        return text.is(i, "may") && text.in(i + 1, PRONOUNS) ? 0 : month;
    }

    static boolean isFull(Text text, int i) {
        return text.in(i, FULL);
    }

    /** A name with its full stop and its year, or "este mes", "next month". */
    static @Nullable Found<Month> month(Text text, int i) {
        int named = name(text, i);
        if (named > 0) {
            int j = end(text, i);
            Found<Integer> year = year(text, j);
            return year == null
                    ? new Found<>(new Month(named, 0), j)
                    : new Found<>(new Month(named, year.value()), year.next());
        }
        int j = text.is(i, "el") || text.is(i, "the") ? i + 1 : i;
        Found<Integer> relative = RELATIVE.at(text, j);
        if (relative == null) {
            return null;
        }
        LocalDate day = text.today().plusMonths(relative.value());
        return new Found<>(new Month(day.getMonthValue(), day.getYear()), relative.next());
    }

    static int end(Text text, int i) {
        boolean stop = !isFull(text, i) && text.is(i + 1, ".") && text.isGlued(i + 1);
        return stop ? i + 2 : i + 1;
    }

    /** ", 2027", "de 2027", "del año 2027". */
    static @Nullable Found<Integer> year(Text text, int i) {
        int j = text.is(i, ",") ? i + 1 : i;
        j = text.skip(j, OF);
        j = text.is(j, "ano") ? j + 1 : j;
        boolean isYear = text.digits(j) == 4 && text.value(j) >= 1900 && text.value(j) <= 2200;
        return isYear && !text.is(j + 1, ":") ? new Found<>(text.value(j), j + 1) : null;
    }
}
