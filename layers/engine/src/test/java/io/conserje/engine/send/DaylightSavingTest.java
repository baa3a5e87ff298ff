package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nights in which the clock is put forward or back. */
class DaylightSavingTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        // forward and back in Spain, by an hour at two and at three
        "Europe/Madrid, 2026-03-28T20:00:00Z, 2026-03-29T06:00:00Z",
        "Europe/Madrid, 2026-10-24T19:00:00Z, 2026-10-25T07:00:00Z",
        // in Mexico until 2022, and not any more
        "America/Mexico_City, 2022-04-03T03:00:00Z, 2022-04-03T13:00:00Z",
        "America/Mexico_City, 2022-10-30T02:00:00Z, 2022-10-30T14:00:00Z",
        "America/Mexico_City, 2026-04-05T03:00:00Z, 2026-04-05T14:00:00Z",
        // at its border with the United States still
        "America/Tijuana, 2026-03-08T05:00:00Z, 2026-03-08T15:00:00Z",
        "America/Tijuana, 2026-11-01T04:00:00Z, 2026-11-01T16:00:00Z"
    })
    void aNightIsAnHourShorterOrLonger(ZoneId zone, Instant nine, Instant eight) {
        QuietHours night = hours("21:00", "08:00");

        assertFalse(night.contains(nine.minusNanos(1), zone));
        assertTrue(night.contains(nine, zone));
        assertTrue(night.contains(eight.minusNanos(1), zone));
        assertFalse(night.contains(eight, zone));
        assertEquals(eight, night.endAfter(nine, zone));
        assertEquals(eight, night.endAfter(eight.minusNanos(1), zone));
    }

    @Test
    void whereTheClockIsPutForwardOverTheirEndTheyEndThen() {
        QuietHours early = hours("22:00", "02:30");
        Instant jump = Instant.parse("2026-03-29T01:00:00Z");

        assertEquals(jump, early.endAfter(jump.minusSeconds(1), MADRID));
        assertEquals(jump, early.endAfter(jump.minusSeconds(4 * 3600), MADRID));
        assertFalse(early.contains(jump, MADRID));
    }

    @Test
    void whereTheClockIsPutBackOverTheirEndTheyEndTheSecondTime() {
        QuietHours early = hours("22:00", "02:30");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertEquals(second, early.endAfter(second.minusSeconds(4 * 3600), MADRID));
        assertEquals(second, early.endAfter(second.minusSeconds(1), MADRID));
    }

    @Test
    void whatThePutForwardClockNeverShowsIsNotQuiet() {
        QuietHours skipped = hours("02:10", "02:50");
        Instant jump = Instant.parse("2026-03-29T01:00:00Z");

        assertFalse(skipped.contains(jump.minusNanos(1), MADRID));
        assertFalse(skipped.contains(jump, MADRID));
    }

    @Test
    void aDayThatBeginsAtOneBeginsAllTheSame() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        Instant jump = Instant.parse("2026-04-23T22:00:00Z");

        assertEquals(jump, hours("20:00", "00:30").endAfter(jump.minusSeconds(1), cairo));
        assertEquals(
                jump.plus(Duration.ofHours(1)),
                hours("20:00", "02:00").endAfter(jump.minusSeconds(1), cairo));
    }

    @Test
    void theEndLiesAheadAndIsNotQuietAroundEveryChange() {
        List<QuietHours> all =
                List.of(
                        hours("21:00", "08:00"),
                        hours("22:00", "02:30"),
                        hours("00:00", "03:00"),
                        hours("02:15", "02:45"),
                        hours("03:00", "02:30"),
                        hours("13:00", "15:00"));
        List<ZoneId> zones =
                List.of(
                        MADRID,
                        ZoneId.of("America/Tijuana"),
                        ZoneId.of("America/Santiago"),
                        ZoneId.of("Africa/Cairo"),
                        ZoneId.of("Australia/Lord_Howe"));
        for (ZoneId zone : zones) {
            Instant change = Instant.parse("2026-01-01T00:00:00Z");
            for (int i = 0; i < 4; i++) {
                change = zone.getRules().nextTransition(change).getInstant();
                all.forEach(new Around(change, zone)::check);
            }
        }
    }

    private record Around(Instant change, ZoneId zone) {
        void check(QuietHours hours) {
            Instant end = change.plus(Duration.ofHours(30));
            for (Instant moment = change.minus(Duration.ofHours(30));
                    moment.isBefore(end);
                    moment = moment.plusSeconds(307)) {
                if (hours.contains(moment, zone)) {
                    Instant over = hours.endAfter(moment, zone);
                    String where = hours + " at " + moment + " in " + zone;
                    assertTrue(over.isAfter(moment), where);
                    assertFalse(hours.contains(over, zone), where);
                }
            }
        }
    }

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
