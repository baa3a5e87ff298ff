package io.conserje.engine.booking;

import static io.conserje.engine.booking.Practice.CLASS;
import static io.conserje.engine.booking.Practice.LONG;
import static io.conserje.engine.booking.Practice.RUIZ;
import static io.conserje.engine.booking.Practice.VIDAL;
import static io.conserje.engine.booking.Practice.VISIT;
import static io.conserje.engine.booking.Practice.at;
import static io.conserje.engine.booking.Practice.held;
import static io.conserje.engine.booking.Practice.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.tool.ToolCall.FindSlots;
import io.conserje.engine.tool.ToolResult.Slots;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreeSlotsTest {
    /** A Wednesday. */
    private static final Instant NOW = at("2026-03-11T10:30");

    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-13");
    private static final Customer ANA = Practice.customer("34600000001");

    private Instant now = NOW;

    private Slots find(FindSlots wish, DaySheet.Entry... entries) {
        FreeSlots search = new FreeSlots(Practice.open(), wish, ANA, now);
        Map<DaySheet.Key, DaySheet> sheets = Practice.sheets(entries);
        List<Slot> wished = search.free(search.days(), sheets);
        List<Slot> further =
                wished.isEmpty()
                        ? search.beyond().stream()
                                .flatMap(day -> search.free(List.of(day), sheets).stream())
                                .toList()
                        : List.of();
        return search.result(wished, further);
    }

    private static List<String> times(Slots slots) {
        return slots.slots().stream()
                .map(slot -> LocalTime.ofInstant(slot.start(), Practice.MADRID).toString())
                .toList();
    }

    private static FindSlots wish(Service service, int party) {
        return new FindSlots(
                service.id(),
                Optional.of("ruiz"),
                Days.on(FRIDAY),
                Optional.empty(),
                party,
                false,
                100);
    }

    private static FindSlots visit(Days days, Clock clock, boolean beyond, int most) {
        return new FindSlots("visit", Optional.empty(), days, Optional.of(clock), 1, beyond, most);
    }

    private static Clock.Between between(int from, int to) {
        return new Clock.Between(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    @Test
    void whatIsTakenIsNotFreeNorWhatRunsIntoIt() {
        List<String> free = times(find(wish(LONG, 1), taken(LONG, RUIZ, "2026-03-13T10:00", 1)));

        assertEquals(List.of("09:00", "11:00"), free.subList(0, 2), "the buffers keep apart");
    }

    @Test
    void aClassIsSharedUpToItsCapacityAtTheSameStartOnly() {
        DaySheet.Entry six = taken(CLASS, RUIZ, "2026-03-13T10:00", 6);

        assertTrue(times(find(wish(CLASS, 2), six)).contains("10:00"));
        assertFalse(times(find(wish(CLASS, 3), six)).contains("10:00"));
        assertFalse(times(find(wish(CLASS, 1), six)).contains("10:30"));
        assertFalse(times(find(wish(VISIT, 1), six)).contains("10:00"));
    }

    @Test
    void anEndedHoldAndOnesOwnAreNotInTheWay() {
        String ten = "2026-03-13T10:00";
        Customer luis = Practice.customer("34600000002");
        Instant later = NOW.plusSeconds(1);

        assertTrue(
                times(find(wish(VISIT, 1), held(VISIT, RUIZ, ten, ANA, later))).contains("10:00"));
        assertFalse(
                times(find(wish(VISIT, 1), held(VISIT, RUIZ, ten, luis, later))).contains("10:00"));
        assertTrue(
                times(find(wish(VISIT, 1), held(VISIT, RUIZ, ten, luis, NOW))).contains("10:00"));
    }

    @Test
    void whoHasLessToDoIsOfferedAndElseTheFirstOfTheProfile() {
        FindSlots anybody = visit(Days.on(FRIDAY), between(11, 12), false, 1);

        assertEquals("ruiz", find(anybody).slots().getFirst().professional());
        assertEquals(
                "vidal",
                find(anybody, taken(VISIT, RUIZ, "2026-03-13T17:00", 1))
                        .slots()
                        .getFirst()
                        .professional());
        assertEquals(
                "ruiz",
                find(
                                anybody,
                                taken(VISIT, RUIZ, "2026-03-13T17:00", 1),
                                taken(VISIT, VIDAL, "2026-03-13T10:30", 1))
                        .slots()
                        .getFirst()
                        .professional());
    }

    @Test
    void theNearestToTheWishComesFirst() {
        Clock eleven = new Clock.At(LocalTime.of(11, 0), false);
        assertEquals(
                List.of("11:00", "10:30", "11:30"),
                times(find(visit(Days.on(FRIDAY), eleven, false, 3))));
        assertEquals(
                List.of("11:00", "11:00"),
                times(find(visit(new Days(FRIDAY, FRIDAY.plusDays(1)), eleven, false, 2))));
        assertEquals(
                List.of("12:00", "12:30"),
                times(
                        find(
                                visit(
                                        Days.on(FRIDAY),
                                        new Clock.Around(LocalTime.of(12, 10), false),
                                        false,
                                        2))));
    }

    @Test
    void theHalfOfTheDayIsTheOneThatIsOpen() {
        assertEquals("17:00", firstAt(5));
        assertEquals("11:00", firstAt(11), "23:00 is closed");
        assertEquals("18:30", firstAt(7), "19:00 is just past closing, 07:00 two hours too soon");
    }

    private String firstAt(int hour) {
        Clock unsaid = new Clock.At(LocalTime.of(hour, 0), true);
        return times(find(visit(Days.on(FRIDAY), unsaid, false, 1))).getFirst();
    }

    @Test
    void betweenTellsFromInclusiveToExclusive() {
        assertEquals(
                List.of("16:00", "16:30"),
                times(find(visit(Days.on(FRIDAY), between(15, 17), false, 10))));
    }

    @Test
    void beyondLooksOnWhenTheDaysHaveNothing() {
        Days sunday = Days.on(FRIDAY.plusDays(2));
        Slots found = find(visit(sunday, between(11, 13), true, 3));

        assertEquals(
                List.of(at("2026-03-16T11:00"), at("2026-03-16T11:30"), at("2026-03-16T12:00")),
                found.slots().stream().map(Slot::start).toList());
        assertEquals(Optional.of(new Refusal.Closed()), found.why());
        assertEquals(List.of(), find(visit(sunday, between(11, 13), false, 3)).slots());
    }

    @Test
    void whatIsSoonerThanTheNoticeIsNotFree() {
        Days today = Days.on(LocalDate.parse("2026-03-11"));
        assertEquals(
                List.of("11:30", "12:00"), times(find(visit(today, between(9, 20), false, 2))));
    }

    @Test
    void whyThereIsNoneIsTold() {
        Days today = Days.on(LocalDate.parse("2026-03-11"));
        assertEquals(
                Optional.of(new Refusal.Past()),
                find(visit(Days.on(FRIDAY.minusDays(5)), between(9, 20), true, 3)).why());
        assertEquals(
                Optional.of(new Refusal.Past()),
                find(visit(today, between(9, 10), false, 3)).why());
        Clock soon = new Clock.Between(LocalTime.of(11, 0), LocalTime.of(11, 30));
        assertEquals(
                Optional.of(new Refusal.TooSoon(Duration.ofHours(1))),
                find(visit(today, soon, false, 3)).why());
        assertEquals(
                Optional.of(new Refusal.TooFarAhead(90)),
                find(visit(Days.on(FRIDAY.plusYears(1)), between(9, 20), true, 3)).why());
        assertEquals(
                Optional.of(new Refusal.Closed()),
                find(visit(Days.on(FRIDAY), between(14, 16), false, 3)).why());
        assertEquals(Optional.of(new Refusal.TooMany(8)), find(wish(CLASS, 40)).why());
        now = at("2026-12-20T10:00");
        assertEquals(
                Optional.of(new Refusal.OnHoliday(Practice.CHRISTMAS)),
                find(visit(Days.on(LocalDate.parse("2026-12-25")), between(9, 20), true, 3)).why());
    }

    @Test
    void whoDoesNotDoItHasNoTimes() {
        FindSlots theirs =
                new FindSlots(
                        "long",
                        Optional.of("vidal"),
                        Days.on(FRIDAY),
                        Optional.empty(),
                        1,
                        true,
                        3);
        assertEquals(new Slots(List.of(), Optional.of(new Refusal.NotTheirs())), find(theirs));
    }

    @Test
    void whenAllAreTakenThatIsAllThereIsToSay() {
        Slots found =
                find(
                        visit(Days.on(FRIDAY), between(16, 17), false, 3),
                        taken(VISIT, RUIZ, "2026-03-13T16:00", 1),
                        taken(VISIT, RUIZ, "2026-03-13T16:30", 1));
        assertEquals(new Slots(List.of(), Optional.empty()), found);
    }
}
