package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.application.booking.BookingStore.Overtaken;
import io.conserje.application.booking.BookingStore.Written;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.DaySheet;
import io.conserje.testkit.Businesses;
import java.util.Objects;
import java.util.Set;

/** A store as the clinic's tests ask it. */
record Kept(BookingStore store) {

    Written write(Changing changing) {
        return store.write(Businesses.CLINIC, changing.change(), BookedByAna.NOW);
    }

    void commits(Changing changing) {
        assertEquals(new Committed(), write(changing));
    }

    void isOvertaken(Changing changing) {
        assertEquals(new Overtaken(), write(changing));
    }

    DaySheet sheet() {
        DaySheet.Key key = BookedByAna.SHEET;
        return Objects.requireNonNull(store.sheets(Businesses.CLINIC, Set.of(key)).get(key));
    }

    Agenda agenda() {
        return store.agenda(Businesses.CLINIC, BookedByAna.HERS);
    }
}
