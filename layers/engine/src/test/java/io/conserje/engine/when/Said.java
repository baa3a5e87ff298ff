package io.conserje.engine.when;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What was read, as a line: {@code 2026-11-26 17:00}, {@code 05:00?} with its half unsaid, {@code
 * ~12:00} for around, {@code 16:00-18:00} for a window, {@code 2026-05-03..2026-05-07} for a run of
 * days; nothing at all is {@code -}.
 */
final class Said {
    /** A Wednesday. */
    static final ZonedDateTime NOW =
            ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneId.of("Europe/Madrid"));

    private Said() {}

    static Stream<Arguments> table(String rows) {
        return rows.lines()
                .filter(row -> !row.isBlank())
                .map(row -> row.split(" => ", 2))
                .map(row -> Arguments.of(row[0].strip(), row[1].strip()));
    }

    static String of(String text) {
        return of(text, new Reckoning(NOW, true, Reckoning.Asked.NOTHING));
    }

    static String of(String text, Reckoning reckoning) {
        List<Mention> mentions = new TimeReader().read(text, reckoning);
        return mentions.isEmpty()
                ? "-"
                : mentions.stream().map(Said::line).collect(Collectors.joining("; "));
    }

    private static String line(Mention mention) {
        return Stream.of(
                        mention.role() == Mention.Role.AT ? "" : mention.role().name(),
                        mention.days().map(Said::days).orElse(""),
                        mention.clock().map(Said::clock).orElse(""),
                        mention.doubt().map(Said::doubt).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String days(Days days) {
        return days.isOne() ? days.from().toString() : days.from() + ".." + days.to();
    }

    private static String clock(Clock clock) {
        return switch (clock) {
            case Clock.At at -> at.time() + (at.halfUnsaid() ? "?" : "");
            case Clock.Around around -> "~" + around.time() + (around.halfUnsaid() ? "?" : "");
            case Clock.Between between -> between.from() + "-" + end(between.to());
        };
    }

    private static String end(LocalTime time) {
        return time.equals(LocalTime.MAX) ? "24:00" : time.toString();
    }

    private static String doubt(Doubt doubt) {
        return switch (doubt) {
            case Doubt.Impossible impossible -> "impossible <" + impossible.said() + ">";
            case Doubt.Past past -> "past";
            case Doubt.Either either -> "or " + either.other();
        };
    }
}
