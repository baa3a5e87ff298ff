package io.conserje.engine.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Days that have a name. */
final class Holidays {
    private static final Set<String> ARTICLES = Set.of("el", "la", "the", "dia", "on");
    private static final PhraseTable<IntFunction<LocalDate>> NAMES =
            new PhraseTable<IntFunction<LocalDate>>()
                    .with(on(12, 24), "nochebuena", "christmas eve", "noche buena", "xmas eve")
                    .with(on(12, 24), "vispera de navidad")
                    .with(on(12, 25), "navidad", "christmas", "christmas day", "xmas", "de navidad")
                    .with(on(12, 26), "boxing day")
                    .with(on(12, 31), "nochevieja", "noche vieja", "fin de ano", "new years eve")
                    .with(on(12, 31), "new year eve")
                    .with(on(1, 1), "ano nuevo", "new year", "new years", "new years day")
                    .with(on(1, 1), "de ano nuevo", "new year day")
                    .with(on(1, 6), "reyes", "de reyes", "dia de reyes", "epiphany", "reyes magos")
                    .with(on(2, 14), "san valentin", "de san valentin", "valentine", "valentines")
                    .with(on(2, 14), "valentines day", "de los enamorados", "valentine day")
                    .with(on(7, 4), "independence day", "fourth of july")
                    .with(on(10, 31), "halloween")
                    .with(on(11, 1), "todos los santos", "de todos los santos", "all saints day")
                    .with(on(11, 2), "de muertos", "dia de muertos", "dia de los muertos")
                    .with(on(10, 12), "de la hispanidad", "dia de la hispanidad", "columbus day")
                    .with(on(12, 6), "de la constitucion", "dia de la constitucion")
                    .with(on(12, 8), "la inmaculada", "inmaculada")
                    .with(on(12, 12), "de la virgen de guadalupe", "dia de guadalupe")
                    .with(on(5, 1), "dia del trabajo", "dia del trabajador")
                    .with(on(3, 17), "st patricks day", "saint patricks day")
                    .with(nth(11, 4, DayOfWeek.THURSDAY), "thanksgiving", "thanksgiving day")
                    .with(nth(9, 1, DayOfWeek.MONDAY), "labor day")
                    .with(easter(0), "domingo de resurreccion", "domingo de pascua", "easter")
                    .with(easter(0), "easter sunday", "pascua")
                    .with(easter(-2), "viernes santo", "good friday")
                    .with(easter(-3), "jueves santo", "maundy thursday")
                    .with(easter(-7), "domingo de ramos", "palm sunday")
                    .with(easter(1), "lunes de pascua", "easter monday");

    private Holidays() {}

    static @Nullable Found<DayWords> at(Text text, int i) {
        int j = text.skip(i, ARTICLES);
        Found<IntFunction<LocalDate>> found = NAMES.at(text, j);
        found = found == null ? NAMES.at(text, text.skip(j, ARTICLES)) : found;
        if (found == null) {
            return null;
        }
        Found<Integer> year = Months.year(text, found.next());
        if (year != null) {
            return new Found<>(DayWords.Run.on(found.value().apply(year.value())), year.next());
        }
        int thisYear = text.today().getYear();
        LocalDate day = found.value().apply(thisYear);
        LocalDate next = day.isBefore(text.today()) ? found.value().apply(thisYear + 1) : day;
        return new Found<>(DayWords.Run.on(next), found.next());
    }

    private static IntFunction<LocalDate> on(int month, int day) {
        return MonthDay.of(month, day)::atYear;
    }

    private static IntFunction<LocalDate> nth(int month, int which, DayOfWeek day) {
        return year ->
                LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, day));
    }

    private static IntFunction<LocalDate> easter(int days) {
        return year -> easterSunday(year).plusDays(days);
    }

    /** The anonymous Gregorian computus (Nature, 1876). */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
