package io.conserje.testkit.contract;

import static io.conserje.testkit.contract.BookedByAna.ID;
import static io.conserje.testkit.contract.BookedByAna.NOW;
import static io.conserje.testkit.contract.BookedByAna.due;
import static io.conserje.testkit.contract.BookedByAna.logged;
import static io.conserje.testkit.contract.BookedByAna.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.testkit.Businesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is due, who waits and what was done are told in order. */
public interface BookingListsContract extends BookingsUnderContract {

    @Test
    default void whatIsDueIsToldTheEarliestFirst() {
        Due soon = due(Due.Kind.REMIND, NOW.plusMillis(1));
        Due sooner = due(Due.Kind.HOLD_ENDS, NOW);
        Due muchLater = due(Due.Kind.REMIND, NOW.plus(Duration.ofDays(300)));
        kept().commits(new Changing().due(muchLater).due(soon).due(sooner));

        assertEquals(List.of(sooner, soon, muchLater), dueBy(muchLater.at(), 9));
        assertEquals(List.of(sooner), dueBy(muchLater.at(), 1));
    }

    @Test
    default void itIsDueAtItsMomentAndNotBefore() {
        Due reminder = due(Due.Kind.REMIND, NOW);
        kept().commits(new Changing().due(reminder));

        assertEquals(List.of(), dueBy(NOW.minusNanos(1), 9));
        assertEquals(List.of(reminder), dueBy(NOW, 9));
    }

    @Test
    default void whatIsSetTwiceIsDueOnceAndIsGoneWhenDealtWith() {
        Due reminder = due(Due.Kind.REMIND, NOW);
        kept().commits(new Changing().due(reminder));
        kept().commits(new Changing().due(reminder).due(due(Due.Kind.FREED, NOW)));
        assertEquals(2, dueBy(NOW, 9).size());

        kept().commits(new Changing().past(reminder));

        assertEquals(List.of(due(Due.Kind.FREED, NOW)), dueBy(NOW, 9));
    }

    @Test
    default void aLogIsToldTheOldestFirst() {
        LongStream.rangeClosed(1, 12)
                .forEach(fence -> kept().commits(new Changing().log(logged(fence, "assured"))));

        assertEquals(
                LongStream.rangeClosed(1, 12).boxed().toList(),
                bookings().log(Businesses.CLINIC, ID).stream().map(LogEntry::fence).toList());
    }

    @Test
    default void whoHasWaitedLongestIsFirstInLine() {
        kept().commits(new Changing().joined(waiting("a", 0, NOW)));
        kept().commits(new Changing().joined(waiting("b", 0, NOW.minusNanos(1))));
        kept().commits(new Changing().joined(waiting("c", 0, NOW.minusSeconds(1))));

        assertEquals(
                List.of("c", "b", "a"),
                bookings().line(Businesses.CLINIC, "cleaning").stream().map(Waiting::id).toList());
        assertEquals(List.of(), bookings().line(Businesses.CLINIC, "whitening"));
    }

    private List<Due> dueBy(Instant until, int most) {
        return bookings().due(Businesses.CLINIC, until, most);
    }

    private Kept kept() {
        return new Kept(bookings());
    }
}
