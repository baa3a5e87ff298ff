package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.engine.when.Doubt;
import io.conserje.engine.when.Mention;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the sets write when. */
class ToldTest {
    private static final LocalDate THIRD = LocalDate.of(2026, 12, 3);

    private static Mention mention(
            Optional<Days> days, Optional<Clock> clock, Optional<Doubt> doubt) {
        return new Mention(0, 1, Mention.Role.AT, days, clock, doubt);
    }

    private static String clock(Clock clock) {
        return Told.of(List.of(mention(Optional.empty(), Optional.of(clock), Optional.empty())))
                .clock();
    }

    @Test
    void clocks() {
        LocalTime five = LocalTime.of(5, 0);
        assertEquals("05:00?", clock(new Clock.At(five, true)));
        assertEquals("05:00", clock(new Clock.At(five, false)));
        assertEquals("~05:00", clock(new Clock.Around(five, false)));
        assertEquals("05:00-24:00", clock(new Clock.Between(five, LocalTime.MAX)));
    }

    @Test
    void days_and_doubts() {
        Days week = new Days(THIRD, THIRD.plusDays(4));
        assertEquals(
                "2026-12-03..2026-12-07 - either",
                Told.of(
                                List.of(
                                        mention(
                                                Optional.of(week),
                                                Optional.empty(),
                                                Optional.of(new Doubt.Either(THIRD, THIRD)))))
                        .toString());
        assertEquals(
                "2026-12-03 - past",
                Told.of(
                                List.of(
                                        mention(
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(new Doubt.Past(THIRD)))))
                        .toString());
        assertEquals("- - -", Told.of(List.of()).toString());
    }
}
