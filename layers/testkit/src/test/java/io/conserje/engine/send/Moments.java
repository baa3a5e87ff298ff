package io.conserje.engine.send;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/** When things happen: at any time, and more often than by chance at a moment that matters. */
final class Moments {
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 365 * 24 * 3600;

    private final World world;
    private final SplittableRandom random;
    private Instant matters = Instant.MIN;

    Moments(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    /** In every third history the clock is about to be put forward or back. */
    Instant first() {
        Instant any = YEAR.plusSeconds(random.nextInt(SECONDS));
        var change = world.policy().zone().getRules().nextTransition(any);
        return change == null || random.nextInt(3) > 0
                ? any
                : change.getInstant().minusSeconds(random.nextInt(36 * 3600));
    }

    /** What comes next may happen then. */
    void matters(Instant moment) {
        if (random.nextBoolean()) {
            matters = moment;
        }
    }

    Instant after(Instant now) {
        return switch (random.nextInt(10)) {
            case 0 -> now;
            case 1, 2 -> now.plusSeconds(random.nextInt(60));
            case 3, 4 -> now.plusSeconds(random.nextInt(3600));
            case 5, 6 -> now.plusSeconds(random.nextInt(24 * 3600));
            case 7 -> near(boundary(now), now);
            default -> near(matters, now);
        };
    }

    private Instant near(Instant moment, Instant now) {
        Instant near = moment.isBefore(now) ? now : moment;
        Instant chosen =
                switch (random.nextInt(4)) {
                    case 0 -> near.minusSeconds(1);
                    case 1 -> near.minusNanos(1);
                    case 2 -> near.plusNanos(1);
                    default -> near;
                };
        return chosen.isBefore(now) ? now : chosen;
    }

    /** When quiet hours begin or end next; now, where there are none. */
    private Instant boundary(Instant now) {
        return world.policy()
                .quiet()
                .map(hours -> random.nextBoolean() ? hours.from() : hours.to())
                .map(time -> next(now, time))
                .orElse(now);
    }

    private Instant next(Instant now, LocalTime time) {
        ZonedDateTime there = now.atZone(world.policy().zone());
        ZonedDateTime today = there.with(time);
        return (today.isBefore(there) ? today.plusDays(1) : today).toInstant();
    }
}
