package io.conserje.application.booking;

import static io.conserje.application.booking.Visitor.done;
import static io.conserje.application.booking.Visitor.refused;
import static io.conserje.testkit.Clinics.inMadrid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Holds;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.tool.ToolResult.InLine;
import io.conserje.engine.when.Days;
import io.conserje.testkit.Clinics;
import io.conserje.testkit.InMemoryBookings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitListTest {
    /** A Wednesday. */
    private static final Instant NOW = inMadrid("2026-03-11T10:30");

    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-13");
    private static final Instant AT_TEN = inMadrid("2026-03-13T10:00");

    private final Business clinic = Clinics.clinic();
    private final InMemoryBookings store = new InMemoryBookings();
    private final KeepBookings tools = new KeepBookings(store);
    private final Visitor ana = new Visitor("34600000001", tools, clinic, NOW);
    private final Visitor luis = new Visitor("34600000002", tools, clinic, NOW);

    private static ToolResult joins(Visitor visitor, String service, LocalDate day, int party) {
        return visitor.does(
                new ToolCall.JoinWaitList(
                        visitor.cause(),
                        service,
                        Optional.of("ruiz"),
                        Days.on(day),
                        Optional.empty(),
                        party,
                        "Ana"));
    }

    private List<Waiting> line() {
        return store.line(clinic.project(), "cleaning");
    }

    @Test
    void whoWishesTheSameAgainStandsThereOnce() {
        assertEquals(new InLine(true), joins(ana, "cleaning", FRIDAY, 1));
        assertEquals(new InLine(true), joins(ana, "cleaning", FRIDAY, 1));
        assertEquals(1, line().size());
        assertEquals(new InLine(true), joins(ana, "cleaning", FRIDAY.plusDays(3), 1));
        assertEquals(new InLine(true), joins(luis, "cleaning", FRIDAY, 1));
        assertEquals(3, line().size());
    }

    @Test
    void oneLeavesEveryLineAndNobodyElseDoes() {
        joins(ana, "cleaning", FRIDAY, 1);
        joins(ana, "filling", FRIDAY, 1);
        joins(luis, "cleaning", FRIDAY, 1);

        assertEquals(new InLine(false), ana.does(new ToolCall.LeaveWaitList(ana.cause())));

        assertEquals(List.of(luis.customer), line().stream().map(Waiting::customer).toList());
        assertEquals(List.of(), store.line(clinic.project(), "filling"));
        assertEquals(new InLine(false), ana.does(new ToolCall.LeaveWaitList(ana.cause())));
    }

    @Test
    void nobodyWaitsForWhatCannotBe() {
        assertEquals(new Refusal.NotTheirs(), refused(joins(ana, "whitening", FRIDAY, 1)));
        assertEquals(new Refusal.NotTheirs(), refused(joins(ana, "nothing", FRIDAY, 1)));
        assertEquals(new Refusal.TooMany(1), refused(joins(ana, "cleaning", FRIDAY, 40)));
        assertEquals(new Refusal.Past(), refused(joins(ana, "cleaning", FRIDAY.minusDays(3), 1)));
        assertEquals(List.of(), line());
    }

    @Test
    void whatIsOfferedIsHeldAndWhoTakesItLeavesTheLine() {
        joins(ana, "cleaning", FRIDAY, 1);
        Booking own = done(ana.holds("checkup", "vidal", inMadrid("2026-03-13T12:00")));

        Booking offer = done(offered());

        assertEquals(
                new Booking.Held(NOW.plus(Duration.ofMinutes(30)), Optional.empty()),
                offer.state());
        assertEquals(Optional.of(offer.id()), line().getFirst().offered());
        assertEquals("clock", store.log(clinic.project(), offer.id()).getFirst().by());
        assertEquals(new Refusal.Taken(), refused(luis.holds("cleaning", "ruiz", AT_TEN)));

        done(ana.confirms(offer.id()));
        assertEquals(List.of(), line());
        done(ana.confirms(own.id()));
    }

    @Test
    void whatIsTakenAlreadyIsNotOffered() {
        joins(ana, "cleaning", FRIDAY, 1);
        luis.books("cleaning", "ruiz", AT_TEN);

        assertEquals(new Refusal.Taken(), refused(offered()));
        assertEquals(Optional.empty(), line().getFirst().offered());
    }

    /** What the first in line is offered. */
    private ToolResult offered() {
        Waiting first = line().getFirst();
        return Attempts.write(
                store,
                clinic.project(),
                NOW,
                () ->
                        Holds.offer(
                                new Reading(store, clinic, NOW).about(first.customer(), slot()),
                                first,
                                slot(),
                                new BookingId("OFFERD")),
                result -> result);
    }

    private Slot slot() {
        return Slot.of(clinic.appointments().service("cleaning").orElseThrow(), "ruiz", AT_TEN);
    }
}
