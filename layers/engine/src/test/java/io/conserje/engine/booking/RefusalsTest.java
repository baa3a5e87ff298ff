package io.conserje.engine.booking;

import static io.conserje.engine.booking.Practice.RUIZ;
import static io.conserje.engine.booking.Practice.VISIT;
import static io.conserje.engine.booking.Practice.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a time is not kept for somebody. */
class RefusalsTest {
    /** A Wednesday. */
    private static final Instant NOW = at("2026-03-11T10:30");

    private static final String FRIDAY_AT_TEN = "2026-03-13T10:00";
    private static final Customer ANA = Practice.customer("34600000001");
    private static final Cause CAUSE = new Cause(new MessageId("message"), 0);

    private final Map<BookingId, Booking> bookings = new HashMap<>();
    private final List<Agenda.Line> lines = new ArrayList<>();
    private final Map<DaySheet.Key, DaySheet> sheets = new HashMap<>();

    private void has(String id, String start) {
        Slot slot = Slot.of(VISIT, "ruiz", at(start));
        BookingId name = new BookingId(id);
        bookings.put(
                name,
                new Booking(
                        name,
                        Practice.open().project(),
                        2,
                        slot,
                        1,
                        "Ana",
                        ANA,
                        new Booking.Confirmed(NOW)));
        lines.add(new Agenda.Line(name, slot.start(), slot.end(), Optional.empty()));
    }

    private Verdict hold(ToolCall.Hold call) {
        Holds.wished(Practice.open().appointments(), call)
                .ifPresent(slot ->
                        new Timetable(Practice.open())
                                .sheets(slot)
                                .forEach(key -> sheets.putIfAbsent(key, DaySheet.empty(key))));
        Ledger ledger =
                new Ledger(new Agenda(Agenda.customer(ANA), 1, lines), bookings, sheets, List.of());
        return Holds.hold(
                new Situation(Practice.open(), ANA, ledger, NOW), call, new BookingId("new"));
    }

    private Refusal why(ToolCall.Hold call) {
        Verdict.Says says = assertInstanceOf(Verdict.Says.class, hold(call));
        return assertInstanceOf(ToolResult.Refused.class, says.result()).why();
    }

    private Refusal whyNot(String start) {
        return why(call("visit", "ruiz", start, 1, Optional.empty()));
    }

    private static ToolCall.Hold call(
            String service, String who, String start, int party, Optional<BookingId> replaces) {
        return new ToolCall.Hold(CAUSE, service, who, at(start), party, "Ana", replaces);
    }

    @Test
    void nothingStandsInTheWayOfAFreeTime() {
        Verdict verdict = hold(call("visit", "ruiz", FRIDAY_AT_TEN, 1, Optional.empty()));

        Change change = assertInstanceOf(Verdict.Writes.class, verdict).change();
        assertEquals(1, change.bookings().getFirst().fence());
        assertEquals(1, change.sheets().getFirst().entries().size());
        assertEquals(Due.Kind.HOLD_ENDS, change.dues().getFirst().kind());
    }

    @Test
    void nobodyDoesThat() {
        Refusal theirs = new Refusal.NotTheirs();
        assertEquals(theirs, why(call("long", "vidal", FRIDAY_AT_TEN, 1, Optional.empty())));
        assertEquals(theirs, why(call("nothing", "ruiz", FRIDAY_AT_TEN, 1, Optional.empty())));
        assertEquals(theirs, why(call("visit", "nobody", FRIDAY_AT_TEN, 1, Optional.empty())));
    }

    @Test
    void theTimeIsNoTime() {
        assertEquals(new Refusal.Past(), whyNot("2026-03-11T10:30"));
        assertEquals(new Refusal.TooSoon(Duration.ofHours(1)), whyNot("2026-03-11T11:00"));
        assertEquals(new Refusal.TooFarAhead(90), whyNot("2026-06-10T10:00"));
        assertEquals(new Refusal.TooFarAhead(90), whyNot("2026-12-25T10:00"));
        assertEquals(new Refusal.Closed(), whyNot("2026-03-13T10:10"));
        assertEquals(new Refusal.Closed(), whyNot("2026-03-13T15:00"));
        assertEquals(new Refusal.Closed(), whyNot("2026-03-15T10:00"));
    }

    @Test
    void theLastDayAndTheVeryNoticeAreStillRight() {
        assertInstanceOf(
                Verdict.Writes.class,
                hold(call("visit", "ruiz", "2026-06-09T18:30", 1, Optional.empty())));
        assertInstanceOf(
                Verdict.Writes.class,
                hold(call("visit", "ruiz", "2026-03-11T11:30", 1, Optional.empty())));
    }

    @Test
    void theyAreTooMany() {
        assertEquals(
                new Refusal.TooMany(8),
                why(call("class", "ruiz", FRIDAY_AT_TEN, 40, Optional.empty())));
        assertEquals(
                new Refusal.TooMany(8),
                why(call("class", "ruiz", FRIDAY_AT_TEN, 0, Optional.empty())));
    }

    @Test
    void somebodyElseHasIt() {
        sheets.putAll(Practice.sheets(Practice.taken(VISIT, RUIZ, FRIDAY_AT_TEN, 1)));
        assertEquals(new Refusal.Taken(), whyNot(FRIDAY_AT_TEN));
    }

    @Test
    void theCustomerHasEnough() {
        has("one", "2026-03-16T10:00");
        has("two", "2026-03-17T10:00");
        has("three", "2026-03-18T10:00");

        assertEquals(new Refusal.TooManyOpen(3), whyNot(FRIDAY_AT_TEN));
        assertInstanceOf(
                Verdict.Writes.class,
                hold(call("visit", "ruiz", FRIDAY_AT_TEN, 1, Optional.of(new BookingId("one")))));
    }

    @Test
    void theCustomerIsElsewhereThen() {
        has("one", FRIDAY_AT_TEN);

        assertEquals(
                new Refusal.Clashes(new BookingId("one")),
                why(call("visit", "vidal", FRIDAY_AT_TEN, 1, Optional.empty())));
    }

    @Test
    void itIsTooLateToMoveTheOther() {
        has("one", "2026-03-12T10:00");

        assertEquals(
                new Refusal.TooLateToChange(Duration.ofHours(24), at("2026-03-12T10:00")),
                why(call("visit", "ruiz", FRIDAY_AT_TEN, 1, Optional.of(new BookingId("one")))));
        assertEquals(
                new Refusal.NoSuchBooking(),
                why(
                        call(
                                "visit",
                                "ruiz",
                                FRIDAY_AT_TEN,
                                1,
                                Optional.of(new BookingId("unknown")))));
    }
}
