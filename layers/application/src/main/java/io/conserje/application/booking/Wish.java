package io.conserje.application.booking;

import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.when.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What somebody in line waits for. */
record Wish(Waiting waiting, ZoneId zone) {
    /** "Around noon" is content with half past eleven, and not with nine. */
    private static final Duration AROUND = Duration.ofHours(1);

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    boolean suits(Slot slot) {
        ZonedDateTime start = slot.start().atZone(zone);
        return waiting.service().equals(slot.service())
                && waiting.professional().filter(one -> !one.equals(slot.professional())).isEmpty()
                && waiting.days().contains(start.toLocalDate())
                && waiting.clock().filter(clock -> !suits(clock, start.toLocalTime())).isEmpty();
    }

    private static boolean suits(Clock clock, LocalTime time) {
        return switch (clock) {
            case Clock.At at -> near(at.time(), at.halfUnsaid(), time, Duration.ZERO);
            case Clock.Around around -> near(around.time(), around.halfUnsaid(), time, AROUND);
            case Clock.Between between ->
                    !time.isBefore(between.from()) && time.isBefore(between.to());
        };
    }

    /** At five, if nobody said which, is five in the morning as well as in the afternoon. */
    private static boolean near(
            LocalTime wished, boolean halfUnsaid, LocalTime time, Duration within) {
        return Duration.between(wished, time).abs().compareTo(within) <= 0
                || halfUnsaid
                        && Duration.between(wished.plus(HALF_A_DAY), time).abs().compareTo(within)
                                <= 0;
    }
}
