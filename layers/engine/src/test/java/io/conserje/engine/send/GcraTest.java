package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.send.Gcra.Admitted;
import io.conserje.engine.send.Gcra.TooEarly;
import io.conserje.model.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GcraTest {
    private static final Instant NOW = Sending.MORNING;
    private static final Pace PACE = new Pace(Duration.ofSeconds(6), 3);

    @Test
    void afterARestABurstGoesAtOnceAndTheNextWaitsForItsInterval() {
        Optional<Instant> state = Optional.empty();
        for (int i = 1; i <= 3; i++) {
            state = Optional.of(admitted(state, NOW));
            assertEquals(Optional.of(NOW.plusSeconds(6L * i)), state);
        }

        assertEquals(new TooEarly(NOW.plusSeconds(6)), Gcra.admit(state, PACE, NOW));
        assertEquals(
                new TooEarly(NOW.plusSeconds(6)),
                Gcra.admit(state, PACE, NOW.plusSeconds(6).minusNanos(1)));
        assertEquals(NOW.plusSeconds(24), admitted(state, NOW.plusSeconds(6)));
    }

    @Test
    void aLongRestSavesUpNoMoreThanTheBurst() {
        Optional<Instant> ancient = Optional.of(NOW.minus(Duration.ofDays(9)));

        assertEquals(NOW.plusSeconds(6), admitted(ancient, NOW));
    }

    @Test
    void withoutBurstEveryMessageKeepsItsDistance() {
        Pace strict = new Pace(Duration.ofSeconds(6), 1);
        Optional<Instant> state = Optional.of(NOW.plusSeconds(6));

        assertEquals(Duration.ZERO, Gcra.tolerance(strict));
        assertEquals(
                new TooEarly(NOW.plusSeconds(6)), Gcra.admit(state, strict, NOW.plusSeconds(5)));
        assertInstanceOf(Admitted.class, Gcra.admit(state, strict, NOW.plusSeconds(6)));
    }

    /** A bucket that leaks one message an interval and holds a burst of them. */
    private static final class Bucket {
        private final Pace pace;
        private long nanos;
        private Instant at = NOW;

        Bucket(Pace pace) {
            this.pace = pace;
        }

        /** How long until there is room for one more. */
        Duration full(Instant now) {
            nanos = Math.max(0, nanos - Duration.between(at, now).toNanos());
            at = now;
            long room = pace.interval().toNanos() * (pace.burst() - 1L);
            return Duration.ofNanos(Math.max(0, nanos - room));
        }

        void pour() {
            nanos += pace.interval().toNanos();
        }
    }

    @Test
    void itAdmitsWhatALeakyBucketHasRoomFor() {
        int refused = 0;
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Pace pace = new Pace(Duration.ofMillis(1 + random.nextInt(2000)), 1 + seed % 5);
            Bucket bucket = new Bucket(pace);
            Optional<Instant> state = Optional.empty();
            Instant now = NOW;
            for (int i = 0; i < 60; i++) {
                now = now.plusNanos(random.nextLong(2 * pace.interval().toNanos()) * (i % 3));
                Duration full = bucket.full(now);
                switch (Gcra.admit(state, pace, now)) {
                    case Admitted admitted -> {
                        assertEquals(Duration.ZERO, full, "seed " + seed + ", message " + i);
                        bucket.pour();
                        state = Optional.of(admitted.next());
                    }
                    case TooEarly early -> {
                        assertEquals(now.plus(full), early.until(), "seed " + seed);
                        assertTrue(early.until().isAfter(now));
                        refused++;
                        now = random.nextBoolean() ? early.until() : now;
                    }
                }
            }
        }
        assertTrue(refused > 1000, "it hardly ever refused: " + refused);
    }

    private static Instant admitted(Optional<Instant> state, Instant now) {
        return assertInstanceOf(Admitted.class, Gcra.admit(state, PACE, now)).next();
    }
}
