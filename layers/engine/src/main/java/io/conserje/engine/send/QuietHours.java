package io.conserje.engine.send;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When nobody is to be disturbed, by the clock on the business's wall.
 *
 * @param from inclusive
 * @param to exclusive; before {@code from} when the night lies between
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "quiet hours begin and end at " + from + ": leave them out to have none");
        }
    }

    boolean contains(Instant moment, ZoneId zone) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? after && before : after || before;
    }

    /**
     * When the quiet hours that a moment lies in are over. Where the clock is put back over their
     * end, the later of the two moments that it shows.
     */
    Instant endAfter(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        ZonedDateTime end = there.with(to).withLaterOffsetAtOverlap();
        while (!end.toInstant().isAfter(moment) || contains(end.toInstant(), zone)) {
            end = end.plusDays(1).with(to).withLaterOffsetAtOverlap();
        }
        return end.toInstant();
    }
}
