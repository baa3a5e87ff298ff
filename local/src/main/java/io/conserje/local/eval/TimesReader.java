package io.conserje.local.eval;

import io.conserje.engine.when.Mention.Role;
import io.conserje.engine.when.Reckoning;
import io.conserje.engine.when.Reckoning.Asked;
import io.conserje.model.Language;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code eval/times/}. */
final class TimesReader {
    private static final List<String> COLUMNS =
            List.of("id", "now", "order", "asked", "sentence", "days", "clock", "doubt", "role");

    private static final String TIME = "([01][0-9]|2[0-4]):[0-5][0-9]";
    private static final Pattern CLOCK =
            Pattern.compile("-|~?" + TIME + "[?]?|" + TIME + "-" + TIME);
    private static final Pattern DOUBT = Pattern.compile("-|past|impossible|either");

    private TimesReader() {}

    static List<TimeCase> read(Path file, Language language, Part part, Faults faults) {
        return new Rows(file, COLUMNS).read(faults, row -> time(row, language, part));
    }

    private static TimeCase time(Rows.Row row, Language language, Part part) {
        return new TimeCase(
                row.of("id"),
                language,
                part,
                new Reckoning(
                        now(row.of("now")), isDayFirst(row.of("order")), asked(row.of("asked"))),
                row.of("sentence"),
                row.told("role").map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT))),
                each(row.of("days"), TimesReader::days),
                each(row.of("clock"), text -> fits(text, CLOCK)),
                each(row.of("doubt"), text -> fits(text, DOUBT)));
    }

    private static List<String> each(
            String alternatives, java.util.function.UnaryOperator<String> checked) {
        return Stream.of(alternatives.split("\\|")).map(checked).toList();
    }

    private static ZonedDateTime now(String text) {
        try {
            return ZonedDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no time: write it like 2026-11-24T10:00+01:00[Europe/Madrid]",
                    e);
        }
    }

    private static boolean isDayFirst(String order) {
        return switch (order) {
            case "day-first" -> true;
            case "month-first" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'" + order + "' is neither day-first nor month-first");
        };
    }

    private static Asked asked(String word) {
        return switch (word) {
            case "nothing" -> Asked.NOTHING;
            case "day" -> Asked.DAY;
            case "clock" -> Asked.CLOCK;
            default ->
                    throw new IllegalArgumentException(
                            "'" + word + "' is none of nothing, day, clock");
        };
    }

    private static String days(String text) {
        try {
            if (!text.equals(Told.NOTHING)) {
                Stream.of(text.split("\\.\\.")).forEach(LocalDate::parse);
            }
            return text;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' are no days: write 2026-11-26 or 2026-12-03..2026-12-07", e);
        }
    }

    private static String fits(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not written like " + form);
        }
        return text;
    }
}
