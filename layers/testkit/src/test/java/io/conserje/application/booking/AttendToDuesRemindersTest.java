package io.conserje.application.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Unavailable;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Customer;
import io.conserje.model.Language;
import io.conserje.model.Outgoing;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reminders, of appointments on Thursday 12 March 2026 booked on Tuesday the 10th. */
class AttendToDuesRemindersTest {
    private static final Customer ANA = Waitroom.customer("Ana");
    private static final String BOOKED = "2026-03-10T09:00";

    private final Waitroom room = new Waitroom();

    private Booking anasAppointment() {
        return room.books(ANA, "Ana", "2026-03-12T11:00", BOOKED);
    }

    @Test
    void a_reminder_is_said_once_however_often_the_clock_looks() {
        Booking booking = anasAppointment();
        room.tick("2026-03-11T10:59");
        assertEquals(List.of(), room.ids());

        room.tick("2026-03-11T11:00");
        room.tick("2026-03-11T11:01");
        room.tick("2026-03-11T12:00");

        assertEquals(
                List.of(
                        "reminder:"
                                + booking.id()
                                + ":"
                                + booking.fence()
                                + ":"
                                + Waitroom.at("2026-03-11T11:00")),
                room.ids());
    }

    @Test
    void it_says_what_with_whom_and_when_and_asks_for_an_answer() {
        Booking booking = anasAppointment();

        room.tick("2026-03-11T11:00");

        Outgoing.Ask ask = Waitroom.ask(room.last());
        assertEquals(
                "Hola, Ana: le recordamos su cita de Limpieza con Dra. Elena Ruiz, mañana, jueves"
                        + " 12 de marzo a las 11:00.",
                ask.text());
        assertEquals(
                List.of(
                        new Outgoing.Option("assure:" + booking.id(), "Confirmo"),
                        new Outgoing.Option("change:" + booking.id(), "Cambiarla"),
                        new Outgoing.Option("cancel:" + booking.id(), "Cancelarla")),
                ask.options());
        assertEquals(ANA.conversation(), room.last().conversation());
    }

    @Test
    void it_is_said_in_the_customers_language() {
        Customer bob = Waitroom.customer("Bob", Language.EN);
        room.books(bob, "Bob", "2026-03-12T11:00", BOOKED);

        room.tick("2026-03-12T09:00");

        assertEquals(
                "Hello Bob, this is a reminder of your appointment: Cleaning with Dra. Elena Ruiz,"
                        + " today, Thursday, March 12 at 11:00 am.",
                Waitroom.ask(room.last()).text());
    }

    @Test
    void every_title_fits_on_a_button() {
        anasAppointment();
        room.books(Waitroom.customer("Bob", Language.EN), "Bob", "2026-03-12T12:00", BOOKED);

        room.tick("2026-03-11T13:00");

        assertEquals(2, room.said.all().size());
        room.said.all().stream()
                .flatMap(arrival -> Waitroom.ask(arrival).options().stream())
                .forEach(option -> assertTrue(option.title().length() <= 20, option::title));
    }

    @Test
    void a_template_stands_ready_with_exactly_what_it_takes() {
        room.templates.put(
                Businesses.ACCOUNT,
                new Template(
                        "cita",
                        "es",
                        Template.Category.UTILITY,
                        "Hola {{nombre}}, le esperamos el {{fecha}}.",
                        List.of("Confirmo", "Cambiar", "Cancelar"),
                        Template.Status.APPROVED,
                        Optional.empty()),
                Instant.EPOCH);
        Booking booking = room.books(ANA, "Ana\nMaría", "2026-03-12T11:00", BOOKED);

        room.tick("2026-03-11T11:00");

        Terms terms = Waitroom.occasion(room.last()).terms();
        assertEquals(Terms.Purpose.NOTICE, terms.purpose());
        assertEquals(Optional.empty(), terms.urgentUntil());
        assertEquals(Optional.of(booking.slot().start()), terms.expiresAt());
        assertEquals(
                Optional.of(
                        new TemplateUse(
                                "cita",
                                "es",
                                Map.of(
                                        "nombre", "Ana María",
                                        "fecha", "jueves 12 de marzo a las 11:00"),
                                List.of(
                                        "assure:" + booking.id(),
                                        "change:" + booking.id(),
                                        "cancel:" + booking.id()))),
                terms.fallback());
    }

    @Test
    void of_a_booking_that_moved_only_the_new_time_is_told() {
        Booking booking = anasAppointment();
        room.moves(ANA, booking, "2026-03-13T11:00", "2026-03-10T10:00");

        room.tick("2026-03-11T11:00");
        assertEquals(List.of(), room.ids());
        room.tick("2026-03-12T11:00");

        assertEquals(1, room.ids().size());
        assertTrue(Waitroom.ask(room.last()).text().contains("viernes 13 de marzo"));
    }

    @Test
    void of_a_cancelled_booking_nothing_is_said() {
        room.cancels(ANA, anasAppointment(), "2026-03-10T10:00");

        room.tick("2026-03-11T11:00");
        room.tick("2026-03-12T10:59");

        assertEquals(List.of(), room.ids());
        assertEquals(List.of(), room.store.due(Businesses.CLINIC, Instant.MAX, 10));
    }

    @Test
    void after_an_outage_what_has_begun_is_dropped_and_of_two_reminders_the_later_is_said() {
        Booking booking = anasAppointment();
        room.books(Waitroom.customer("Beto"), "Beto", "2026-03-12T09:30", BOOKED);

        room.tick("2026-03-12T10:00");

        assertEquals(
                List.of(
                        "reminder:"
                                + booking.id()
                                + ":"
                                + booking.fence()
                                + ":"
                                + Waitroom.at("2026-03-12T09:00")),
                room.ids());
    }

    @Test
    void what_falls_into_quiet_hours_is_said_in_the_morning_and_speaks_of_that_day() {
        room.books(ANA, "Ana", "2026-03-12T08:30", BOOKED);
        room.tick("2026-03-11T08:30");
        assertEquals(1, room.ids().size());

        room.tick("2026-03-12T06:30");
        assertEquals(1, room.ids().size());
        room.tick("2026-03-12T08:00");

        assertEquals(2, room.ids().size());
        assertTrue(Waitroom.ask(room.last()).text().contains("hoy, jueves 12 de marzo"));
    }

    @Test
    void a_queue_that_is_away_loses_no_reminder() {
        anasAppointment();
        room.said.downFor(1);

        assertThrows(Unavailable.class, () -> room.tick("2026-03-11T11:00"));
        room.tick("2026-03-11T11:01");

        assertEquals(1, room.ids().size());
    }

    @Test
    void two_clocks_at_once_say_the_same_thing() {
        anasAppointment();
        AttendToDues clock = room.clock();

        Race.of(
                8,
                () -> clock.attend(Waitroom.at("2026-03-11T11:00"), () -> Duration.ofMinutes(1)));

        assertFalse(room.ids().isEmpty());
        // The same id is the same message, to the queue and to the conversation.
        assertEquals(1, new HashSet<>(room.ids()).size());
        assertEquals(0, room.tick("2026-03-11T11:01").of(Became.REMINDED));
    }

    @Test
    void a_hold_that_has_ended_is_released_for_all_to_see() {
        Booking hold = room.holds(ANA, "Ana", "cleaning", "2026-03-12T11:00", BOOKED);

        room.tick("2026-03-10T09:09");
        assertEquals(1, room.store.log(Businesses.CLINIC, hold.id()).size());
        assertEquals(1, room.tick("2026-03-10T09:10").of(Became.RELEASED));

        assertEquals(
                List.of("held", "released"),
                room.store.log(Businesses.CLINIC, hold.id()).stream().map(e -> e.what()).toList());
        assertEquals("clock", room.store.log(Businesses.CLINIC, hold.id()).getLast().by());
    }

    @Test
    void what_there_is_no_time_for_is_left_for_the_next_minute() {
        anasAppointment();

        AttendToDues.Outcome none =
                room.clock().attend(Waitroom.at("2026-03-11T11:00"), () -> Duration.ofSeconds(5));

        assertFalse(none.any());
        assertEquals(1, room.tick("2026-03-11T11:01").of(Became.REMINDED));
    }

    @Test
    void one_that_fails_holds_up_nobody() {
        Booking broken = anasAppointment();
        room.books(Waitroom.customer("Beto"), "Beto", "2026-03-12T12:00", BOOKED);
        BookingStore store = new StoreThatChokes(room.store, broken.id());

        AttendToDues.Outcome outcome =
                room.clock(store)
                        .attend(Waitroom.at("2026-03-11T12:00"), () -> Duration.ofMinutes(1));

        // Its reminder, and the end of the hold that it once was.
        assertEquals(2, outcome.of(Became.FAILED));
        assertEquals(1, outcome.of(Became.REMINDED));
    }
}
