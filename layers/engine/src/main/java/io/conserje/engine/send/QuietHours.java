package io.conserje.engine.send;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

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

    /** When the quiet hours that a moment lies in are over. */
    Instant endAfter(Instant moment, ZoneId zone) {
        LocalDateTime end = moment.atZone(zone).toLocalDate().atTime(to);
        while (!shown(end, zone).isAfter(moment) || contains(shown(end, zone), zone)) {
            end = end.plusDays(1);
        }
        return shown(end, zone);
    }

    /**
     * When the clock shows it: where it is put back over that time, the later of the two moments;
     * where it is put forward over it, the moment at which that is done.
     */
    private static Instant shown(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
