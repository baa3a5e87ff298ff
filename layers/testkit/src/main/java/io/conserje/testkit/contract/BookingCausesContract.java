package io.conserje.testkit.contract;

import static io.conserje.testkit.contract.BookedByAna.CAUSE;
import static io.conserje.testkit.contract.BookedByAna.ID;
import static io.conserje.testkit.contract.BookedByAna.NOW;
import static io.conserje.testkit.contract.BookedByAna.booking;
import static io.conserje.testkit.contract.BookedByAna.cause;
import static io.conserje.testkit.contract.BookedByAna.held;
import static io.conserje.testkit.contract.BookedByAna.sheet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.booking.BookingStore.AlreadyDone;
import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.application.booking.BookingStore.Written;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.tool.ToolResult;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cause has its effect once, and what came of it is given again. */
public interface BookingCausesContract extends BookingsUnderContract {
    ToolResult DONE = new ToolResult.Done(held());

    @Test
    default void theSameCauseAgainIsToldWhatCameOfTheFirst() {
        kept().commits(new Changing().booking(held()).because(CAUSE, DONE));

        assertEquals(
                new AlreadyDone(DONE),
                kept().write(
                                new Changing()
                                        .booking(booking(ID, 2, new Booking.Confirmed(NOW)))
                                        .because(CAUSE, new ToolResult.InLine(true))));

        assertEquals(Optional.of(held()), bookings().booking(Businesses.CLINIC, ID));
        assertEquals(Optional.of(DONE), bookings().done(Businesses.CLINIC, CAUSE));
    }

    @Test
    default void thatItWasDoneBeforeIsToldRatherThanThatTheRestHasMovedOn() {
        Changing first = new Changing().sheet(sheet(0, ID)).because(CAUSE, DONE);
        kept().commits(first);

        assertEquals(new AlreadyDone(DONE), kept().write(first));
    }

    @Test
    default void aRefusalIsGivenAgainToo() {
        ToolResult refused = new ToolResult.Refused(new Refusal.Taken());
        kept().commits(new Changing().because(CAUSE, refused));

        assertEquals(Optional.of(refused), bookings().done(Businesses.CLINIC, CAUSE));
        assertEquals(new AlreadyDone(refused), kept().write(new Changing().because(CAUSE, DONE)));
    }

    @Test
    default void anotherChangeOfTheSameMessageIsAnotherCause() {
        kept().commits(new Changing().because(CAUSE, DONE));

        kept().commits(new Changing().because(cause("wamid.1", 1), new ToolResult.InLine(true)));
    }

    @Test
    default void aCauseThatWasOvertakenHasHadNoEffect() {
        kept().commits(new Changing().sheet(sheet(0)));

        kept().isOvertaken(new Changing().sheet(sheet(0, ID)).because(CAUSE, DONE));

        assertEquals(Optional.empty(), bookings().done(Businesses.CLINIC, CAUSE));
        kept().commits(new Changing().sheet(sheet(1, ID)).because(CAUSE, DONE));
    }

    @Test
    default void theSameCauseManyTimesAtOnceHasItsEffectOnce() {
        List<Written> written =
                Race.of(
                        12,
                        () ->
                                kept().write(
                                                new Changing()
                                                        .sheet(sheet(0, ID))
                                                        .because(CAUSE, DONE)));

        assertEquals(1, written.stream().filter(new Committed()::equals).count());
        assertEquals(sheet(1, ID), kept().sheet());
        assertEquals(Optional.of(DONE), bookings().done(Businesses.CLINIC, CAUSE));
    }

    private Kept kept() {
        return new Kept(bookings());
    }
}
