package io.conserje.engine.dialogue;

import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * "At five" said without the half of the day: the opening hours tell which is meant, or it is
 * asked.
 */
final class Halves {
    private Halves() {}

    /**
     * Empty when the clock is sure; both when both are open; else the one that is, or the likelier.
     */
    static List<LocalTime> of(Business business, Wish.Time time) {
        Optional<LocalTime> unsure = time.clock().flatMap(Halves::unsure);
        if (unsure.isEmpty()) {
            return List.of();
        }
        LocalTime first = unsure.get();
        LocalTime second = first.plusHours(12);
        List<LocalTime> open =
                Stream.of(first, second).filter(at -> isOpen(business, time.days(), at)).toList();
        boolean working = first.getHour() >= 8;
        return open.isEmpty() ? List.of(working ? first : second) : open;
    }

    private static Optional<LocalTime> unsure(Clock clock) {
        return switch (clock) {
            case Clock.At(LocalTime at, boolean unsaid) when unsaid -> Optional.of(at);
            case Clock.Around(LocalTime at, boolean unsaid) when unsaid -> Optional.of(at);
            case Clock.At at -> Optional.empty();
            case Clock.Around around -> Optional.empty();
            case Clock.Between between -> Optional.empty();
        };
    }

    private static boolean isOpen(Business business, Optional<Days> days, LocalTime at) {
        Stream<DayOfWeek> wished =
                days.map(these ->
                                these.from()
                                        .datesUntil(these.to().plusDays(1))
                                        .limit(7)
                                        .map(day -> day.getDayOfWeek()))
                        .orElseGet(() -> Arrays.stream(DayOfWeek.values()));
        return wished.anyMatch(
                day -> business.hours().on(day).stream().anyMatch(span -> contains(span, at)));
    }

    private static boolean contains(OpeningHours.Span span, LocalTime at) {
        return !at.isBefore(span.opens()) && at.isBefore(span.closes());
    }
}
