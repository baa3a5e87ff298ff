package io.conserje.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a business is open, by day of the week, in its own time zone. A day without an entry is
 * closed.
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {

    /** From opening (inclusive) to closing (exclusive) on the same day. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "opening hours "
                                + opens
                                + "-"
                                + closes
                                + ": closing must come after opening, on the same day");
            }
        }

        boolean contains(LocalTime time) {
            return !time.isBefore(opens) && time.isBefore(closes);
        }
    }

    public OpeningHours {
        week = Map.copyOf(week);
        week.values().forEach(OpeningHours::requireApart);
    }

    private static void requireApart(List<Span> day) {
        for (int i = 1; i < day.size(); i++) {
            if (day.get(i).opens().isBefore(day.get(i - 1).closes())) {
                throw new IllegalArgumentException(
                        "opening hours overlap: "
                                + day.get(i - 1).closes()
                                + " is after "
                                + day.get(i).opens());
            }
        }
    }

    public List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The span that the moment lies in. */
    Optional<Span> openAt(ZonedDateTime moment) {
        return on(moment.getDayOfWeek()).stream()
                .filter(span -> span.contains(moment.toLocalTime()))
                .findFirst();
    }

    /** The next opening after the moment, within a week. */
    Optional<ZonedDateTime> opensAfter(ZonedDateTime moment) {
        LocalDate today = moment.toLocalDate();
        return today.datesUntil(today.plusDays(8))
                .flatMap(date ->
                        on(date.getDayOfWeek()).stream()
                                .map(span -> date.atTime(span.opens()).atZone(moment.getZone())))
                .filter(opening -> opening.isAfter(moment))
                .min(Comparator.naturalOrder());
    }
}
