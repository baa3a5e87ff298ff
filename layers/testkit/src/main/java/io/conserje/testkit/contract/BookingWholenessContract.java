package io.conserje.testkit.contract;

import static io.conserje.testkit.contract.BookedByAna.CAUSE;
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
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import io.conserje.testkit.Businesses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A change is written whole or not at all, and only in its own project. */
public interface BookingWholenessContract extends BookingsUnderContract {
    ProjectId NEIGHBOUR = new ProjectId("otra-clinica");

    @Test
    default void whereNothingWasBookedThereIsNothing() {
        requireNothingIn(Businesses.CLINIC);
    }

    @Test
    default void aChangeIsKeptAsItWasDecided() {
        kept().commits(everything());

        assertEquals(sheet(1, ID), kept().sheet());
        assertEquals(agenda(1, ID), kept().agenda());
        assertEquals(Optional.of(held()), bookings().booking(Businesses.CLINIC, ID));
        assertEquals(List.of(logged(1, "held")), bookings().log(Businesses.CLINIC, ID));
        assertEquals(
                List.of(due(Due.Kind.HOLD_ENDS, NOW)), bookings().due(Businesses.CLINIC, NOW, 9));
        assertEquals(
                List.of(waiting("w1", 1, NOW)), bookings().line(Businesses.CLINIC, "cleaning"));
        assertEquals(
                Optional.of(new ToolResult.Done(held())),
                bookings().done(Businesses.CLINIC, CAUSE));
    }

    @Test
    default void whenOnePartDoesNotHoldNothingIsWritten() {
        BookingId other = new BookingId("P2X9A");

        kept().isOvertaken(everything().booking(booking(other, 2, new Booking.Confirmed(NOW))));

        requireNothingIn(Businesses.CLINIC);
    }

    @Test
    default void aProjectSeesAndTouchesNothingOfAnother() {
        kept().commits(everything());

        requireNothingIn(NEIGHBOUR);
        assertEquals(new Committed(), bookings().write(NEIGHBOUR, everything().change(), NOW));
        assertEquals(sheet(1, ID), kept().sheet());
    }

    @Test
    default void aChangeOfSixtyPiecesIsWrittenAsOne() {
        Changing many = new Changing().because(CAUSE, new ToolResult.InLine(false));
        IntStream.range(0, 59).forEach(i -> many.joined(waiting("w" + i, 0, NOW)));

        kept().commits(many);
        assertEquals(59, bookings().line(Businesses.CLINIC, "cleaning").size());

        Changing again = new Changing().because(BookedByAna.cause("wamid.2", 0), ended());
        IntStream.range(0, 59).forEach(i -> again.left(waiting("w" + i, i == 58 ? 7 : 1, NOW)));
        kept().isOvertaken(again);
        assertEquals(59, bookings().line(Businesses.CLINIC, "cleaning").size());
    }

    @Test
    default void manyDaysAreReadAtOnce() {
        kept().commits(new Changing().sheet(sheet(0, ID)));
        Set<DaySheet.Key> keys =
                IntStream.range(-65, 65)
                        .mapToObj(i -> new DaySheet.Key("ruiz", BookedByAna.DAY.plusDays(i)))
                        .collect(Collectors.toSet());

        Map<DaySheet.Key, DaySheet> sheets = bookings().sheets(Businesses.CLINIC, keys);

        assertEquals(keys, sheets.keySet());
        assertEquals(sheet(1, ID), sheets.get(BookedByAna.SHEET));
        assertEquals(129, sheets.values().stream().filter(one -> one.version() == 0).count());
    }

    private static Changing everything() {
        return new Changing()
                .sheet(sheet(0, ID))
                .agenda(agenda(0, ID))
                .booking(held())
                .log(logged(1, "held"))
                .due(due(Due.Kind.HOLD_ENDS, NOW))
                .joined(waiting("w1", 0, NOW))
                .because(CAUSE, new ToolResult.Done(held()));
    }

    private static ToolResult ended() {
        return new ToolResult.InLine(false);
    }

    private void requireNothingIn(ProjectId project) {
        DaySheet.Key key = BookedByAna.SHEET;
        assertEquals(Map.of(key, DaySheet.empty(key)), bookings().sheets(project, Set.of(key)));
        assertEquals(agenda(0), bookings().agenda(project, BookedByAna.HERS));
        assertEquals(Optional.empty(), bookings().booking(project, ID));
        assertEquals(Optional.empty(), bookings().done(project, CAUSE));
        assertEquals(List.of(), bookings().log(project, ID));
        assertEquals(List.of(), bookings().due(project, NOW, 9));
        assertEquals(List.of(), bookings().line(project, "cleaning"));
    }

    private Kept kept() {
        return new Kept(bookings());
    }
}
