package io.conserje.engine;

import io.conserje.model.Language;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts opening hours into words: days with the same hours share a line, and a last line tells about
 * now.
 */
final class HoursInWords {
    private final PhraseBook phrases;
    private final Language language;

    HoursInWords(PhraseBook phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    String tell(OpeningHours hours, ZonedDateTime now) {
        List<String> lines = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int from = 0; from < days.length; ) {
            int to = from;
            while (to + 1 < days.length && hours.on(days[to + 1]).equals(hours.on(days[from]))) {
                to++;
            }
            if (!hours.on(days[from]).isEmpty()) {
                lines.add(
                        capitalised(range(days[from], days[to]))
                                + ": "
                                + spans(hours.on(days[from])));
            }
            from = to + 1;
        }
        lines.add(aboutNow(hours, now));
        return String.join("\n", lines);
    }

    private String range(DayOfWeek from, DayOfWeek to) {
        return switch (to.getValue() - from.getValue()) {
            case 0 -> day(from);
            case 1 ->
                    phrases.say(
                            language,
                            "hours.two-days",
                            Map.of("first", day(from), "second", day(to)));
            default ->
                    phrases.say(
                            language, "hours.days", Map.of("first", day(from), "last", day(to)));
        };
    }

    private String spans(List<OpeningHours.Span> spans) {
        return spans.stream()
                .map(span -> span.opens() + "–" + span.closes())
                .reduce((first, last) ->
                        phrases.say(language, "hours.and", Map.of("first", first, "last", last)))
                .orElseThrow();
    }

    private String aboutNow(OpeningHours hours, ZonedDateTime now) {
        return hours.openAt(now)
                .map(span ->
                        phrases.say(
                                language,
                                "hours.open-now",
                                Map.of("closes", span.closes().toString())))
                .or(() -> hours.opensAfter(now).map(opening -> closedUntil(now, opening)))
                .orElseGet(() -> phrases.say(language, "hours.closed", Map.of()));
    }

    private String closedUntil(ZonedDateTime now, ZonedDateTime opening) {
        String time = opening.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
        long days = opening.toLocalDate().toEpochDay() - now.toLocalDate().toEpochDay();
        String key =
                days == 0
                        ? "hours.opens-today"
                        : days == 1 ? "hours.opens-tomorrow" : "hours.opens-later";
        return phrases.say(
                language, key, Map.of("opens", time, "day", day(opening.getDayOfWeek())));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
