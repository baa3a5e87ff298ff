package io.conserje.application.booking;

import static io.conserje.application.booking.Visitor.done;
import static io.conserje.application.booking.Visitor.refused;
import static io.conserje.testkit.Clinics.inMadrid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Days;
import io.conserje.testkit.Clinics;
import io.conserje.testkit.InMemoryBookings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepBookingsTest {
    /** A Wednesday. */
    private static final Instant NOW = inMadrid("2026-03-11T10:30");

    private static final Instant FRIDAY_AT_TEN = inMadrid("2026-03-13T10:00");
    private static final Instant FRIDAY_AT_ELEVEN = inMadrid("2026-03-13T11:00");
    private static final Days FRIDAY = Days.on(LocalDate.parse("2026-03-13"));

    private final Business clinic = Clinics.clinic();
    private final InMemoryBookings store = new InMemoryBookings();
    private final KeepBookings tools = new KeepBookings(store);
    private final CloseBookings closing = new CloseBookings(store);
    private final Visitor ana = visitor("34600000001");
    private final Visitor luis = visitor("34600000002");

    private Visitor visitor(String phone) {
        return new Visitor(phone, tools, clinic, NOW);
    }

    private List<String> log(BookingId id) {
        return store.log(clinic.project(), id).stream().map(LogEntry::what).toList();
    }

    private List<Due> dues(Due.Kind kind, BookingId id) {
        return store.due(clinic.project(), NOW.plus(Duration.ofDays(90)), 100).stream()
                .filter(due -> due.kind() == kind && due.booking().equals(id))
                .toList();
    }

    private List<DaySheet.Entry> entries() {
        return store.sheets(clinic.project()).stream()
                .flatMap(sheet -> sheet.entries().stream())
                .toList();
    }

    @Test
    void aTimeIsHeldAndThenConfirmed() {
        Booking hold = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_TEN));
        assertEquals(
                new Booking.Held(NOW.plus(Duration.ofMinutes(10)), Optional.empty()), hold.state());
        assertEquals(List.of(), ana.bookings());

        Booking booked = done(ana.confirms(hold.id()));

        assertEquals(new Booking.Confirmed(NOW), booked.state());
        assertEquals(List.of(booked), ana.bookings());
        assertEquals(List.of("held", "confirmed"), log(booked.id()));
        assertEquals(
                List.of(inMadrid("2026-03-12T10:00"), inMadrid("2026-03-13T08:00")),
                dues(Due.Kind.REMIND, booked.id()).stream().map(Due::at).toList());
    }

    @Test
    void whatOneHasNobodyElseGets() {
        Booking hold = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_TEN));

        assertEquals(new Refusal.Taken(), refused(luis.holds("filling", "ruiz", FRIDAY_AT_TEN)));
        assertTrue(
                luis.finds("filling", FRIDAY).stream()
                        .noneMatch(slot ->
                                slot.professional().equals("ruiz")
                                        && slot.start().equals(FRIDAY_AT_TEN)));

        luis.now = NOW.plus(Duration.ofMinutes(10));
        Booking taken = luis.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        ana.now = luis.now.minusMillis(1);
        assertEquals(
                new Refusal.HoldExpired(),
                refused(ana.confirms(hold.id())),
                "our clock is behind that of who swept it");
        assertEquals(List.of(taken.id()), entries().stream().map(DaySheet.Entry::booking).toList());
    }

    @Test
    void aSecondHoldLetsTheFirstGo() {
        Booking first = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_TEN));
        Booking second = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_ELEVEN));

        assertEquals(List.of("held", "released"), log(first.id()));
        assertEquals(
                List.of(second.id()), entries().stream().map(DaySheet.Entry::booking).toList());
        assertEquals(FRIDAY_AT_TEN, dues(Due.Kind.FREED, first.id()).getFirst().slot().start());
        done(luis.holds("cleaning", "ruiz", FRIDAY_AT_TEN));
    }

    @Test
    void aBookingMovesAndKeepsItsName() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        Booking hold =
                done(
                        ana.does(
                                ana.hold(
                                        "checkup",
                                        "vidal",
                                        FRIDAY_AT_ELEVEN,
                                        1,
                                        Optional.of(booked.id()))));
        assertEquals(List.of(booked), ana.bookings());

        Booking moved = done(ana.confirms(hold.id()));

        assertEquals(booked.id(), moved.id());
        assertEquals(FRIDAY_AT_ELEVEN, moved.slot().start());
        assertEquals(List.of(moved), ana.bookings());
        assertEquals(List.of("held", "confirmed", "moved"), log(booked.id()));
        assertEquals(List.of("held", "released"), log(hold.id()));
        assertEquals(1, entries().size());
        assertEquals(booked.slot(), dues(Due.Kind.FREED, booked.id()).getFirst().slot());
        assertEquals(
                List.of(2L, 2L, 3L, 3L),
                dues(Due.Kind.REMIND, booked.id()).stream().map(Due::fence).sorted().toList());
    }

    @Test
    void whatWasCancelledMeanwhileDoesNotMove() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        Booking hold =
                done(
                        ana.does(
                                ana.hold(
                                        "cleaning",
                                        "ruiz",
                                        FRIDAY_AT_ELEVEN,
                                        1,
                                        Optional.of(booked.id()))));
        done(ana.cancels(booked.id()));

        assertEquals(new Refusal.NoSuchBooking(), refused(ana.confirms(hold.id())));
        assertEquals(List.of(), ana.bookings());
    }

    @Test
    void cancellingFreesTheTime() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);

        Booking cancelled = done(ana.cancels(booked.id()));

        assertEquals(new Booking.Cancelled(NOW), cancelled.state());
        assertEquals(List.of(), entries());
        assertEquals(List.of(), ana.bookings());
        assertEquals(booked.slot(), dues(Due.Kind.FREED, booked.id()).getFirst().slot());
        assertEquals(new Refusal.NoSuchBooking(), refused(ana.cancels(booked.id())));
    }

    @Test
    void theSameMessageHasItsEffectOnce() {
        ToolCall.Hold hold = ana.hold("cleaning", "ruiz", FRIDAY_AT_TEN, 1, Optional.empty());
        ToolResult first = ana.does(hold);
        ana.now = NOW.plusSeconds(3600);

        assertEquals(first, ana.does(hold));
        assertEquals(1, store.all(clinic.project()).size());
    }

    @Test
    void theSameNumberOfAnotherCustomersMessageIsAnotherCause() {
        ToolCall.Hold hold = ana.hold("cleaning", "ruiz", FRIDAY_AT_TEN, 1, Optional.empty());
        ana.does(hold);
        ToolCall.Hold other =
                new ToolCall.Hold(
                        hold.cause(),
                        "cleaning",
                        "ruiz",
                        FRIDAY_AT_ELEVEN,
                        1,
                        "Luis",
                        Optional.empty());

        Booking theirs = done(luis.does(other));

        assertEquals("Luis", theirs.name());
        assertEquals(2, entries().size());
    }

    @Test
    void aBookingIsItsCustomersAlone() {
        Booking hold = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_TEN));
        assertEquals(new Refusal.NoSuchBooking(), refused(luis.confirms(hold.id())));
        done(ana.confirms(hold.id()));

        assertEquals(new Refusal.NoSuchBooking(), refused(luis.cancels(hold.id())));
        assertEquals(
                new Refusal.NoSuchBooking(),
                refused(luis.does(new ToolCall.Assure(luis.cause(), hold.id()))));
        assertEquals(
                new Refusal.NoSuchBooking(),
                refused(
                        luis.does(
                                luis.hold(
                                        "cleaning",
                                        "ruiz",
                                        FRIDAY_AT_ELEVEN,
                                        1,
                                        Optional.of(hold.id())))));
    }

    @Test
    void aHoldThatNobodyConfirmsIsReleasedByTheClock() {
        Booking hold = done(ana.holds("cleaning", "ruiz", FRIDAY_AT_TEN));
        Due ends = dues(Due.Kind.HOLD_ENDS, hold.id()).getFirst();
        Instant until = NOW.plus(Duration.ofMinutes(10));
        assertEquals(until, ends.at());

        assertTrue(!closing.expire(clinic, ends, until.minusMillis(1)));
        assertTrue(closing.expire(clinic, ends, until));
        assertTrue(!closing.expire(clinic, ends, until));

        assertEquals(List.of("held", "released"), log(hold.id()));
        assertEquals(List.of(), entries());
        assertEquals(List.of(), dues(Due.Kind.HOLD_ENDS, hold.id()));
        assertEquals(1, dues(Due.Kind.FREED, hold.id()).size());
    }

    @Test
    void theEndOfAHoldIsNothingToABooking() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        Due ends = dues(Due.Kind.HOLD_ENDS, booked.id()).getFirst();

        assertTrue(!closing.expire(clinic, ends, ends.at()));

        assertEquals(List.of(booked), ana.bookings());
        assertEquals(List.of(), dues(Due.Kind.HOLD_ENDS, booked.id()));
    }

    @Test
    void anOperatorNotesWhoCameAndWhoDidNot() {
        Booking came = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        Booking didNot = luis.books("cleaning", "ruiz", FRIDAY_AT_ELEVEN);
        assertInstanceOf(
                Refusal.TooSoon.class, refused(closing.complete(clinic, came.id(), "olga", NOW)));

        closing.complete(clinic, came.id(), "olga", FRIDAY_AT_ELEVEN);
        closing.noShow(clinic, didNot.id(), "olga", FRIDAY_AT_ELEVEN);
        closing.noShow(clinic, didNot.id(), "olga", FRIDAY_AT_ELEVEN);

        assertEquals(List.of("held", "confirmed", "completed"), log(came.id()));
        assertEquals(List.of("held", "confirmed", "no-show"), log(didNot.id()));
        assertEquals("operator:olga", store.log(clinic.project(), came.id()).getLast().by());
    }

    @Test
    void anOperatorCancelsAtAnyNotice() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        Instant late = FRIDAY_AT_TEN.minusSeconds(60);
        ana.now = late;
        assertEquals(
                new Refusal.TooLateToChange(Duration.ofHours(24), FRIDAY_AT_TEN),
                refused(ana.cancels(booked.id())));

        done(closing.cancel(clinic, booked.id(), "olga", late));

        assertEquals(List.of(), ana.bookings());
        assertNotEquals(List.of(), dues(Due.Kind.FREED, booked.id()));
    }

    @Test
    void whoWillComeIsNotedAndStillReminded() {
        Booking booked = ana.books("cleaning", "ruiz", FRIDAY_AT_TEN);
        ana.now = inMadrid("2026-03-12T10:01");

        Booking assured = done(ana.does(new ToolCall.Assure(ana.cause(), booked.id())));

        assertEquals(booked.state(), assured.state());
        assertEquals(List.of("held", "confirmed", "assured"), log(booked.id()));
        assertEquals(
                List.of(inMadrid("2026-03-13T08:00")),
                dues(Due.Kind.REMIND, booked.id()).stream()
                        .filter(due -> due.fence() == assured.fence())
                        .map(Due::at)
                        .toList());
    }

    @Test
    void freeTimesAreThoseOfAllWhoDoItEachOnce() {
        List<Slot> free = ana.finds("cleaning", FRIDAY);

        assertEquals(free.stream().map(Slot::start).distinct().count(), free.size());
        assertEquals(inMadrid("2026-03-13T09:00"), free.getFirst().start());
        assertEquals(inMadrid("2026-03-13T19:30"), free.getLast().start());
    }
}
