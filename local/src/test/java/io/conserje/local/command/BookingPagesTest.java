package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.booking.CloseBookings;
import io.conserje.application.booking.KeepBookings;
import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryBookings;
import io.conserje.testkit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator reads of the bookings. */
class BookingPagesTest {
    private static final Customer ANA =
            new Customer(
                    Businesses.ACCOUNT,
                    Arrivals.ANA,
                    Arrivals.conversationOf(Arrivals.ANA),
                    Language.ES);
    private static final LocalDate THURSDAY = LocalDate.parse("2026-03-12");

    private final InMemoryBookings store = new InMemoryBookings();
    private final Business clinic = clinic();
    private final BookingPages pages = new BookingPages(clinic, store, Texts.of("en"));

    private static Business clinic() {
        Service cleaning =
                new Service(
                        "cleaning",
                        new Bilingual("Limpieza", "Cleaning"),
                        List.of(),
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        Duration.ofMinutes(30),
                        1,
                        Optional.empty());
        Professional ruiz =
                new Professional(
                        "ruiz",
                        "Dra. Elena Ruiz",
                        List.of(),
                        Set.of("cleaning"),
                        Set.of(Language.ES),
                        Businesses.clinic().hours(),
                        List.of());
        return Businesses.clinic()
                .with(
                        new Appointments(
                                List.of(cleaning),
                                List.of(ruiz),
                                List.of(),
                                BookingPolicy.usual()));
    }

    private BookingId booked() {
        Instant start = Messages.atTheClinic("2026-03-12T11:00");
        BookingId hold =
                done(
                        new ToolCall.Hold(
                                cause("one"),
                                "cleaning",
                                "ruiz",
                                start,
                                1,
                                "Ana",
                                Optional.empty()));
        return done(new ToolCall.Confirm(cause("two"), hold));
    }

    private static Cause cause(String message) {
        return new Cause(new MessageId(message), 0);
    }

    private BookingId done(ToolCall call) {
        ToolResult result = new KeepBookings(store).perform(call, clinic, ANA, Messages.MORNING);
        Booking booking = ((ToolResult.Done) result).booking();
        return booking.id();
    }

    @Test
    void a_day_lists_who_comes_when_to_whom() {
        BookingId id = booked();

        List<String> lines = pages.days(THURSDAY.minusDays(1), 7, Messages.MORNING);

        assertEquals(
                List.of(
                        "Thursday, March 12",
                        "  11:00–11:30  "
                                + id
                                + "  Cleaning, Dra. Elena Ruiz: Ana (1), confirmed, "
                                + Businesses.ACCOUNT),
                lines);
    }

    @Test
    void a_day_without_bookings_says_so() {
        assertEquals(1, pages.days(THURSDAY, 1, Messages.MORNING).size());
    }

    @Test
    void the_log_shows_each_step_and_who_made_it() {
        BookingId id = booked();
        Instant then = Messages.atTheClinic("2026-03-12T11:30");
        ToolResult result = new CloseBookings(store).complete(clinic, id, "olga", then);

        List<String> lines = pages.log(id);

        assertEquals("Booking " + id + " is completed.", pages.told(result));
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).contains("held  customer"), lines::toString);
        assertTrue(lines.get(2).contains("confirmed  customer"), lines::toString);
        assertTrue(lines.get(3).contains("completed  operator:olga"), lines::toString);
        assertTrue(lines.get(3).contains("2026-03-12 11:30:00"), lines::toString);
    }

    @Test
    void what_cannot_be_done_is_told() {
        BookingId id = booked();

        ToolResult early = new CloseBookings(store).noShow(clinic, id, "olga", Messages.MORNING);

        assertEquals("Not done, and nothing changed: TooSoon", pages.told(early));
        assertEquals(List.of("There is no booking NOBODY."), pages.log(new BookingId("NOBODY")));
    }
}
