package io.conserje.testkit.contract;

import static io.conserje.testkit.contract.BookedByAna.ID;
import static io.conserje.testkit.contract.BookedByAna.NOW;
import static io.conserje.testkit.contract.BookedByAna.agenda;
import static io.conserje.testkit.contract.BookedByAna.booking;
import static io.conserje.testkit.contract.BookedByAna.due;
import static io.conserje.testkit.contract.BookedByAna.held;
import static io.conserje.testkit.contract.BookedByAna.logged;
import static io.conserje.testkit.contract.BookedByAna.sheet;
import static io.conserje.testkit.contract.BookedByAna.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.application.booking.BookingStore.Overtaken;
import io.conserje.application.booking.BookingStore.Written;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Due;
import io.conserje.testkit.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change was decided on must still stand when it is written. */
public interface BookingVersionsContract extends BookingsUnderContract {
    int WRITERS = 12;

    @Test
    default void aDayIsWrittenOnlyOverTheVersionThatWasRead() {
        kept().commits(new Changing().sheet(sheet(0, ID)));

        kept().isOvertaken(new Changing().sheet(sheet(0)));
        kept().isOvertaken(new Changing().sheet(sheet(2)));
        assertEquals(sheet(1, ID), kept().sheet());

        kept().commits(new Changing().sheet(sheet(1)));
        assertEquals(sheet(2), kept().sheet());
    }

    @Test
    default void aDayThatIsEmptyAgainGoesOnCounting() {
        kept().commits(new Changing().sheet(sheet(0, ID)));
        kept().commits(new Changing().sheet(sheet(1)));

        kept().isOvertaken(new Changing().sheet(sheet(0, ID)));
    }

    @Test
    default void aVersionOfADayThatIsNotThereHoldsForNothing() {
        kept().isOvertaken(new Changing().sheet(sheet(1, ID)));
    }

    @Test
    default void anAgendaIsWrittenOnlyOverTheVersionThatWasRead() {
        kept().commits(new Changing().agenda(agenda(0, ID)));

        kept().isOvertaken(new Changing().agenda(agenda(0)));
        assertEquals(agenda(1, ID), kept().agenda());

        kept().commits(new Changing().agenda(agenda(1)));
        kept().isOvertaken(new Changing().agenda(agenda(1, ID)));
        assertEquals(agenda(2), kept().agenda());
    }

    @Test
    default void aBookingMovesOnOnlyFromTheFenceBefore() {
        kept().isOvertaken(new Changing().booking(booking(ID, 2, new Booking.Confirmed(NOW))));
        kept().commits(new Changing().booking(held()));

        kept().isOvertaken(new Changing().booking(held()));
        kept().isOvertaken(new Changing().booking(booking(ID, 3, new Booking.Cancelled(NOW))));
        kept().commits(new Changing().booking(booking(ID, 2, new Booking.Confirmed(NOW))));
        kept().isOvertaken(new Changing().booking(booking(ID, 2, new Booking.Cancelled(NOW))));
    }

    @Test
    default void aLineOfTheLogIsNeverWrittenOver() {
        kept().commits(new Changing().log(logged(1, "held")));

        kept().isOvertaken(new Changing().log(logged(1, "cancelled")));
    }

    @Test
    default void aPlaceInLineIsWrittenAndLeftOnlyAsItWasRead() {
        kept().commits(new Changing().joined(waiting("w1", 0, NOW)));

        kept().isOvertaken(new Changing().joined(waiting("w1", 0, NOW)));
        kept().commits(new Changing().joined(waiting("w1", 1, NOW)));
        kept().isOvertaken(new Changing().left(waiting("w1", 1, NOW)));
        kept().commits(new Changing().left(waiting("w1", 2, NOW)));
        kept().isOvertaken(new Changing().left(waiting("w1", 2, NOW)));
    }

    @Test
    default void whatWasDueIsDealtWithOnce() {
        Due reminder = due(Due.Kind.REMIND, NOW);
        kept().commits(new Changing().due(reminder));
        kept().commits(new Changing().past(reminder));

        kept().isOvertaken(new Changing().past(reminder));
    }

    @Test
    default void ofManyWritersOnTheSameDayOneWins() {
        List<Written> written =
                Race.of(WRITERS, () -> kept().write(new Changing().sheet(sheet(0, ID))));

        assertEquals(1, written.stream().filter(new Committed()::equals).count());
        assertEquals(WRITERS - 1, written.stream().filter(new Overtaken()::equals).count());
        assertEquals(1, kept().sheet().version());
    }

    private Kept kept() {
        return new Kept(bookings());
    }
}
