package io.conserje.engine.booking;

import static io.conserje.engine.booking.Practice.MADRID;
import static io.conserje.engine.booking.Practice.RUIZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-13");
    private static final LocalDate SATURDAY = LocalDate.parse("2026-03-14");
    private static final Timetable TIMETABLE = new Timetable(Practice.open());

    private static List<String> times(Timetable timetable, Service service, LocalDate day) {
        Professional first = timetable.business().appointments().professionals().getFirst();
        return timetable.slots(service, first, day).stream()
                .map(slot ->
                        LocalTime.ofInstant(slot.start(), timetable.business().zone()).toString())
                .toList();
    }

    private static Timetable nights(ZoneId zone, String... spans) {
        Professional night = Practice.who("night", Set.of("visit"), Practice.everyDay(spans));
        return new Timetable(Practice.open(zone, Practice.everyDay("00:00-24:00"), List.of(night)));
    }

    @Test
    void nothingBeginsInABreakNorRunsIntoOne() {
        List<String> times = times(TIMETABLE, Practice.LONG, FRIDAY);

        assertEquals("13:00", times.get(8), "45 minutes from 13:30 would end in the break");
        assertEquals("16:00", times.get(9));
        assertEquals("18:00", times.getLast());
    }

    @Test
    void theLastTimeEndsAtClosingAndItsBufferRunsPastIt() {
        assertEquals("18:30", times(TIMETABLE, Practice.VISIT, FRIDAY).getLast());
        Service exact = Practice.service("visit", 60, 30, 30, 1);
        assertEquals("18:00", times(TIMETABLE, exact, FRIDAY).getLast());
    }

    @Test
    void onSaturdayTheBusinessClosesBeforeTheProfessionalDoes() {
        assertEquals("10:00", times(TIMETABLE, Practice.VISIT, SATURDAY).getFirst());
        assertEquals("13:30", times(TIMETABLE, Practice.VISIT, SATURDAY).getLast());
    }

    @Test
    void nothingIsOpenOnSundaysHolidaysAndDaysOff() {
        assertEquals(List.of(), times(TIMETABLE, Practice.VISIT, SATURDAY.plusDays(1)));
        assertEquals(List.of(), times(TIMETABLE, Practice.VISIT, LocalDate.parse("2026-12-25")));
        Professional away =
                Practice.who(
                        "ruiz",
                        RUIZ.services(),
                        RUIZ.schedule().week(),
                        new Professional.Absence(FRIDAY, SATURDAY));
        Timetable without =
                new Timetable(Practice.open(MADRID, Practice.week("09:00-20:00"), List.of(away)));
        assertEquals(List.of(), times(without, Practice.VISIT, FRIDAY));
        assertEquals(List.of(), times(without, Practice.VISIT, SATURDAY));
        assertEquals(16, times(without, Practice.VISIT, FRIDAY.minusDays(1)).size());
        assertEquals(16, times(without, Practice.VISIT, SATURDAY.plusDays(2)).size());
    }

    @Test
    void timesAreCountedFromMidnightNotFromOpening() {
        Timetable odd = nights(MADRID, "09:10-11:10");
        assertEquals(List.of("09:30", "10:00", "10:30"), times(odd, Practice.VISIT, FRIDAY));
    }

    @Test
    void spansThatTouchHaveNoBreakBetweenThem() {
        Timetable shifts = nights(MADRID, "09:00-10:15", "10:15-11:00");
        assertEquals(
                List.of("09:00", "09:30", "10:00", "10:30"), times(shifts, Practice.VISIT, FRIDAY));
    }

    @Test
    void theDayEndsAtMidnight() {
        assertEquals(
                List.of("23:00", "23:30"),
                times(nights(MADRID, "23:00-24:00"), Practice.VISIT, FRIDAY));
    }

    @Test
    void whatTheClockSkipsIsNoTime() {
        Timetable early = nights(MADRID, "01:00-04:00");
        assertEquals(
                List.of("01:00", "01:30", "03:00", "03:30"),
                times(early, Practice.VISIT, LocalDate.parse("2026-03-29")));
        assertEquals(
                List.of("01:00", "01:30"),
                times(
                        nights(MADRID, "01:00-02:30"),
                        Practice.VISIT,
                        LocalDate.parse("2026-03-29")));
    }

    @Test
    void whatTheClockShowsTwiceIsOneTimeTheFirst() {
        LocalDate back = LocalDate.parse("2026-10-25");
        Timetable early = nights(MADRID, "01:00-04:00");

        assertEquals(
                List.of("01:00", "01:30", "02:00", "02:30", "03:00", "03:30"),
                times(early, Practice.VISIT, back));
        Professional night = early.business().appointments().professionals().getFirst();
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant now = Instant.parse("2026-10-20T00:00:00Z");
        assertTrue(early.refuses(Practice.VISIT, night, first, now).isEmpty());
        assertTrue(early.refuses(Practice.VISIT, night, first.plusSeconds(3600), now).isPresent());
    }

    @Test
    void inMexicoNoClockIsPutForward() {
        Timetable early = nights(ZoneId.of("America/Mexico_City"), "01:00-04:00");
        assertEquals(6, times(early, Practice.VISIT, LocalDate.parse("2026-04-05")).size());
        assertEquals(6, times(early, Practice.VISIT, LocalDate.parse("2026-10-25")).size());
    }

    @Test
    void aBufferThatRunsPastMidnightTakesTheNextDayToo() {
        Service late = Practice.service("visit", 30, 30, 30, 1);
        Slot last = Slot.of(late, "ruiz", Practice.at("2026-03-13T23:30"));
        Slot before = Slot.of(late, "ruiz", Practice.at("2026-03-13T23:00"));

        assertEquals(
                Set.of(new DaySheet.Key("ruiz", FRIDAY), new DaySheet.Key("ruiz", SATURDAY)),
                TIMETABLE.sheets(last));
        assertEquals(Set.of(new DaySheet.Key("ruiz", FRIDAY)), TIMETABLE.sheets(before));
    }
}
