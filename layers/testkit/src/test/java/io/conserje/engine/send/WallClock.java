package io.conserje.engine.send;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When it is quiet at a business, found out by walking through its year with a finger on the clock:
 * no rule was asked. Good for quiet hours that begin and end with a quarter of an hour.
 */
final class WallClock {
    private static final long QUARTER = 15 * 60;
    private static final long DAY = 24 * 3600;
    private static final long FIRST = Instant.parse("2025-12-25T00:00:00Z").getEpochSecond();
    private static final int QUARTERS = (int) (Duration.ofDays(520).toSeconds() / QUARTER);

    /** Whatever is shorter is no day, but the clock that was put back over their end. */
    private static final int BREATH = 8;

    private static final Map<Hours, WallClock> CLOCKS = new ConcurrentHashMap<>();

    private record Hours(QuietHours quiet, ZoneId zone) {}

    private final BitSet quiet = new BitSet(QUARTERS);
    private final BitSet night;

    private WallClock(QuietHours hours, ZoneId zone) {
        for (int i = 0; i < QUARTERS; i++) {
            quiet.set(i, shows(hours, FIRST + i * QUARTER, zone));
        }
        night = (BitSet) quiet.clone();
        for (int i = quiet.nextSetBit(0); i >= 0; i = quiet.nextSetBit(i + 1)) {
            int over = quiet.nextClearBit(i);
            int again = quiet.nextSetBit(over);
            if (again - over < BREATH && again > 0) {
                night.set(over, again);
            }
        }
    }

    static WallClock of(SendPolicy policy, QuietHours hours) {
        return CLOCKS.computeIfAbsent(
                new Hours(hours, policy.zone()), any -> new WallClock(hours, policy.zone()));
    }

    private static boolean shows(QuietHours hours, long moment, ZoneId zone) {
        long ahead = zone.getRules().getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
        long time = Math.floorMod(moment + ahead, DAY);
        long since = Math.floorMod(time - hours.from().toSecondOfDay(), DAY);
        return since
                < Math.floorMod(hours.to().toSecondOfDay() - hours.from().toSecondOfDay(), DAY);
    }

    boolean quiet(Instant moment) {
        return quiet.get(quarter(moment));
    }

    /** When the quiet hours around a moment are over for good. */
    Instant over(Instant moment) {
        return Instant.ofEpochSecond(FIRST + night.nextClearBit(quarter(moment)) * QUARTER);
    }

    private static int quarter(Instant moment) {
        int quarter = (int) Math.floorDiv(moment.getEpochSecond() - FIRST, QUARTER);
        if (quarter < 0 || quarter >= QUARTERS) {
            throw new AssertionError(moment + " lies beyond the year that the clock was walked");
        }
        return quarter;
    }
}
