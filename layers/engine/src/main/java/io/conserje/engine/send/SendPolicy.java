package io.conserje.engine.send;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a business wants to be held to when it writes first.
 *
 * @param zone of the business, by whose clock the hours are quiet
 * @param quiet empty for never
 * @param notices how many unasked messages one contact gets at most within {@code period}
 */
public record SendPolicy(ZoneId zone, Optional<QuietHours> quiet, int notices, Duration period) {

    public SendPolicy {
        if (notices < 0) {
            throw new IllegalArgumentException(
                    "notices is " + notices + ": 0 for none at all, or how many");
        }
    }

    /** Nights from nine to eight are quiet, and nobody gets more than three notices a day. */
    public static SendPolicy usual(ZoneId zone) {
        return new SendPolicy(
                zone,
                Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
                3,
                Duration.ofDays(1));
    }

    /** When the quiet hours that it is now are over; empty when it is not quiet. */
    public Optional<Instant> quietUntil(Instant now) {
        return quiet.filter(hours -> hours.contains(now, zone))
                .map(hours -> hours.endAfter(now, zone));
    }
}
