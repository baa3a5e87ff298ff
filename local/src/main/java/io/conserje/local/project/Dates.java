package io.conserje.local.project;

import io.conserje.engine.booking.Professional.Absence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as a business writes them: the year first, or none for every year. */
final class Dates {
    private static final Pattern EVERY_YEAR = Pattern.compile("\\d{2}-\\d{2}");
    private static final String TO = "..";

    private Dates() {}

    /**
     * @param year empty for every year
     */
    record Day(MonthDay day, Optional<Integer> year) {}

    static Day day(String text) {
        if (!EVERY_YEAR.matcher(text).matches()) {
            LocalDate date = date(text);
            return new Day(MonthDay.from(date), Optional.of(date.getYear()));
        }
        try {
            return new Day(MonthDay.parse("--" + text), Optional.empty());
        } catch (DateTimeException e) {
            throw noDate(text, e);
        }
    }

    static Absence absence(String text) {
        int to = text.indexOf(TO);
        if (to < 0) {
            return new Absence(date(text), date(text));
        }
        return new Absence(
                date(text.substring(0, to).strip()),
                date(text.substring(to + TO.length()).strip()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw noDate(text, e);
        }
    }

    private static IllegalArgumentException noDate(String text, DateTimeException cause) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no date that there is: write it like 2026-04-03, or 12-25 for every"
                        + " year",
                cause);
    }
}
