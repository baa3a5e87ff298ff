package io.conserje.application.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.testkit.Clinics;
import io.conserje.testkit.InMemoryBookings;
import io.conserje.testkit.Race;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * However customers meet, and whatever fails on the way. A failure names the seed that shows it.
 */
@Tag("many")
class RandomBookingsTest {
    private static final int HISTORIES = Integer.getInteger("conserje.histories", 500);

    @Test
    void theBooksAreRightAfterEveryWrite() {
        int confirmed = 0;
        int moved = 0;
        int refused = 0;
        int overtaken = 0;
        int released = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            BookingHistory history = new BookingHistory(seed);
            try {
                history.play();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
            confirmed += history.tally.confirmed;
            moved += history.tally.moved;
            refused += history.tally.refused;
            overtaken += history.tally.overtaken;
            released += history.tally.released;
        }
        String seen =
                "confirmed %d, moved %d, refused %d, overtaken %d, released %d"
                        .formatted(confirmed, moved, refused, overtaken, released);
        assertTrue(confirmed > HISTORIES && moved > HISTORIES / 20, seen);
        assertTrue(refused > HISTORIES && overtaken > HISTORIES / 4, seen);
        assertTrue(released > HISTORIES, seen);
    }

    @Test
    void aHundredCustomersGetTenTimesBetweenThem() {
        Business clinic = Clinics.clinic();
        InMemoryBookings store = new InMemoryBookings();
        KeepBookings tools = new KeepBookings(store);
        Instant now = Clinics.inMadrid("2026-03-11T10:30");
        AtomicInteger phone = new AtomicInteger(600_000_000);

        List<Optional<Booking>> got =
                Race.of(
                        100,
                        () ->
                                untilNothingIsLeft(
                                        new Visitor(
                                                "34" + phone.getAndIncrement(),
                                                tools,
                                                clinic,
                                                now)));

        List<Instant> starts =
                got.stream().flatMap(Optional::stream).map(one -> one.slot().start()).toList();
        assertEquals(10, starts.size());
        assertEquals(10, new HashSet<>(starts).size());
        new Audit(store, clinic, now, "the race").run();
    }

    private static Optional<Booking> untilNothingIsLeft(Visitor visitor) {
        while (true) {
            List<Slot> free = morning(visitor);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            Slot first = free.getFirst();
            switch (visitor.holds("cleaning", "ruiz", first.start())) {
                case ToolResult.Done hold -> {
                    return Optional.of(Visitor.done(visitor.confirms(hold.booking().id())));
                }
                case ToolResult.Refused refused -> assertEquals(new Refusal.Taken(), refused.why());
                case ToolResult other -> throw new AssertionError(other.toString());
            }
        }
    }

    private static List<Slot> morning(Visitor visitor) {
        ToolResult found =
                visitor.does(
                        new ToolCall.FindSlots(
                                "cleaning",
                                Optional.of("ruiz"),
                                Days.on(LocalDate.parse("2026-03-13")),
                                Optional.of(
                                        new Clock.Between(LocalTime.of(9, 0), LocalTime.of(14, 0))),
                                1,
                                false,
                                20));
        return ((ToolResult.Slots) found).slots();
    }
}
