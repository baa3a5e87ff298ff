package io.conserje.engine.booking;

import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.when.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How well a time fits the one that is wished for.
 *
 * @param from the wish is for no earlier time of day
 * @param to nor for this one or a later one
 * @param closeTo what it is to be close to; empty when any time between is as good
 */
record Nearness(ZoneId zone, LocalTime from, LocalTime to, Optional<LocalTime> closeTo) {

    /**
     * @param open when the days are open: tells whether "at 5" is 05:00 or 17:00
     */
    static Nearness to(Optional<Clock> wish, ZoneId zone, Collection<Span> open) {
        if (wish.isEmpty()) {
            return new Nearness(zone, LocalTime.MIN, LocalTime.MAX, Optional.empty());
        }
        return switch (wish.get()) {
            case Clock.Between between ->
                    new Nearness(zone, between.from(), between.to(), Optional.empty());
            case Clock.At at -> close(zone, at.time(), at.halfUnsaid(), open);
            case Clock.Around around -> close(zone, around.time(), around.halfUnsaid(), open);
        };
    }

    private static Nearness close(
            ZoneId zone, LocalTime time, boolean halfUnsaid, Collection<Span> open) {
        LocalTime other = time.plusHours(12);
        boolean isOther = halfUnsaid && fromOpen(other, open).compareTo(fromOpen(time, open)) < 0;
        return new Nearness(
                zone, LocalTime.MIN, LocalTime.MAX, Optional.of(isOther ? other : time));
    }

    private static Duration fromOpen(LocalTime time, Collection<Span> open) {
        return open.stream()
                .map(span -> outside(time, span))
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Closing time is outside: nothing begins then. */
    private static Duration outside(LocalTime time, Span span) {
        if (time.isBefore(span.opens())) {
            return Duration.between(time, span.opens());
        }
        return time.isBefore(span.closes())
                ? Duration.ZERO
                : Duration.between(span.closes(), time).plusNanos(1);
    }

    boolean fits(Slot slot) {
        LocalTime time = timeOf(slot.start());
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** The best first. */
    Comparator<Slot> order() {
        return Comparator.comparing(this::away).thenComparing(Slot::start);
    }

    /** Whether a later day can have a better one. */
    boolean isOfTheClock() {
        return closeTo.isPresent();
    }

    private Duration away(Slot slot) {
        return closeTo.map(wish -> Duration.between(wish, timeOf(slot.start())).abs())
                .orElse(Duration.ZERO);
    }

    private LocalTime timeOf(Instant moment) {
        return moment.atZone(zone).toLocalTime();
    }
}
