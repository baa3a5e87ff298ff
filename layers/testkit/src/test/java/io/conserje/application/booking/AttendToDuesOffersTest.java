package io.conserje.application.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Unavailable;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.when.Clock;
import io.conserje.model.ConversationId;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Race;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ana has Thursday at eleven; Beto, Carla and Dora wait for that day, in that order. */
class AttendToDuesOffersTest {
    private static final Customer ANA = Waitroom.customer("Ana");
    private static final Customer BETO = Waitroom.customer("Beto");
    private static final Customer CARLA = Waitroom.customer("Carla");
    private static final Customer DORA = Waitroom.customer("Dora");
    private static final String THURSDAY = "2026-03-12";
    private static final String ELEVEN = "2026-03-12T11:00";

    private final Waitroom room = new Waitroom();
    private Booking anas = room.books(ANA, "Ana", ELEVEN, "2026-03-10T09:00");

    @BeforeEach
    void stand_in_line() {
        waits(BETO, "2026-03-10T09:01");
        waits(CARLA, "2026-03-10T09:02");
        waits(DORA, "2026-03-10T09:03");
    }

    private void waits(Customer who, String since) {
        room.waits(who, "cleaning", THURSDAY, Optional.empty(), since);
    }

    private List<ConversationId> asked() {
        return room.said.all().stream().map(arrival -> arrival.conversation()).toList();
    }

    private List<ConversationId> line() {
        return room.store.line(Businesses.CLINIC, "cleaning").stream()
                .map(waiting -> waiting.customer().conversation())
                .toList();
    }

    @Test
    void a_time_that_is_cancelled_is_kept_for_and_offered_to_the_first_in_line() {
        room.cancels(ANA, anas, "2026-03-10T10:00");

        room.tick("2026-03-10T10:00");

        assertEquals(List.of(BETO.conversation()), asked());
        BookingId hold = room.offered();
        Outgoing.Ask ask = Waitroom.ask(room.last());
        assertTrue(ask.text().contains("se ha liberado Limpieza con Dra. Elena Ruiz"), ask::text);
        assertTrue(ask.text().contains("el jueves 12 de marzo a las 11:00"), ask::text);
        assertTrue(ask.text().contains("hasta las 10:30"), ask::text);
        assertEquals(
                List.of("offer-yes:" + hold, "offer-no:" + hold),
                ask.options().stream().map(Outgoing.Option::id).toList());
        assertEquals(
                Optional.of(Waitroom.at("2026-03-10T10:30")),
                Waitroom.occasion(room.last()).terms().expiresAt());
        LogEntry held = room.store.log(Businesses.CLINIC, hold).getFirst();
        assertEquals("held by clock", held.what() + " by " + held.by());
        assertTrue(held.because().startsWith("wait-list"), held::because);
    }

    @Test
    void while_one_makes_up_their_mind_nobody_else_is_asked() {
        room.cancels(ANA, anas, "2026-03-10T10:00");

        room.tick("2026-03-10T10:00");
        room.tick("2026-03-10T10:10");
        room.tick("2026-03-10T10:29");

        assertEquals(List.of(BETO.conversation()), asked());
    }

    @Test
    void who_says_yes_has_it_and_is_in_the_line_no_more() {
        room.cancels(ANA, anas, "2026-03-10T10:00");
        room.tick("2026-03-10T10:00");

        room.confirms(BETO, room.offered(), "2026-03-10T10:05");
        room.tick("2026-03-10T10:30");
        room.tick("2026-03-10T12:00");

        assertEquals(List.of(BETO.conversation()), asked());
        assertEquals(List.of(CARLA.conversation(), DORA.conversation()), line());
    }

    @Test
    void when_one_says_no_the_next_is_asked() {
        room.cancels(ANA, anas, "2026-03-10T10:00");
        room.tick("2026-03-10T10:00");

        room.refuses(BETO, room.offered(), "2026-03-10T10:05");
        room.tick("2026-03-10T10:06");

        assertEquals(List.of(BETO.conversation(), CARLA.conversation()), asked());
        assertEquals(List.of(CARLA.conversation(), DORA.conversation()), line());
    }

    @Test
    void who_lets_it_pass_loses_their_place_to_the_next_until_nobody_is_left() {
        room.cancels(ANA, anas, "2026-03-10T10:00");

        room.tick("2026-03-10T10:00");
        room.tick("2026-03-10T10:30");
        room.tick("2026-03-10T11:00");
        room.tick("2026-03-10T11:30");

        assertEquals(
                List.of(BETO.conversation(), CARLA.conversation(), DORA.conversation()), asked());
        assertEquals(List.of(), line());
        assertEquals(
                0, room.store.due(Businesses.CLINIC, Waitroom.at("2026-03-11T10:00"), 10).size());
    }

    @Test
    void only_whom_it_suits_is_asked() {
        Waitroom other = new Waitroom();
        Booking booking = other.books(ANA, "Ana", ELEVEN, "2026-03-10T09:00");
        Optional<Clock> afternoon =
                Optional.of(new Clock.Between(LocalTime.NOON, LocalTime.of(20, 0)));
        Optional<Clock> eleven = Optional.of(new Clock.At(LocalTime.of(11, 0), true));
        other.waits(BETO, "cleaning", THURSDAY, afternoon, "2026-03-10T09:01");
        other.waits(CARLA, "cleaning", "2026-03-13", eleven, "2026-03-10T09:02");
        other.waits(DORA, "cleaning", THURSDAY, eleven, "2026-03-10T09:03");
        other.cancels(ANA, booking, "2026-03-10T10:00");

        other.tick("2026-03-10T10:00");

        assertEquals(DORA.conversation(), other.last().conversation());
        assertEquals(1, other.said.all().size());
    }

    @Test
    void who_has_something_else_at_that_time_is_passed_over_and_keeps_their_place() {
        Waitroom other = new Waitroom();
        Booking booking = other.books(ANA, "Ana", ELEVEN, "2026-03-10T09:00");
        other.waits(ANA, "cleaning", THURSDAY, Optional.empty(), "2026-03-10T09:01");
        other.waits(BETO, "cleaning", THURSDAY, Optional.empty(), "2026-03-10T09:02");
        other.cancels(ANA, booking, "2026-03-10T10:00");
        // Ana has another visit that runs over eleven by now.
        other.books(ANA, "Ana", "course", ELEVEN, "2026-03-10T10:00");

        other.tick("2026-03-10T10:00");

        assertEquals(List.of(), other.said.all());
        assertEquals(2, other.store.line(Businesses.CLINIC, "cleaning").size());
    }

    @Test
    void what_is_freed_at_night_is_offered_in_the_morning() {
        room.cancels(ANA, anas, "2026-03-10T23:00");

        assertEquals(1, room.tick("2026-03-10T23:00").of(Became.POSTPONED));
        assertEquals(List.of(), asked());
        room.tick("2026-03-11T08:00");

        assertEquals(List.of(BETO.conversation()), asked());
    }

    @Test
    void what_cannot_be_booked_any_more_is_offered_to_nobody() {
        room.cancels(ANA, anas, "2026-03-12T08:30");

        room.tick("2026-03-12T10:01");

        assertTrue(room.ids().stream().noneMatch(id -> id.startsWith("offer")));
        assertEquals(
                List.of(), room.store.due(Businesses.CLINIC, Waitroom.at("2026-03-12T10:01"), 10));
    }

    @Test
    void two_clocks_at_once_make_one_offer() {
        room.cancels(ANA, anas, "2026-03-10T10:00");
        AttendToDues clock = room.clock();

        Race.of(
                8,
                () -> clock.attend(Waitroom.at("2026-03-10T10:00"), () -> Duration.ofMinutes(1)));
        room.tick("2026-03-10T10:01");

        assertEquals(1, new HashSet<>(room.ids()).size());
        assertEquals(1, new HashSet<>(asked()).size());
    }

    @Test
    void an_offer_that_was_kept_and_not_told_is_told_the_next_time() {
        room.cancels(ANA, anas, "2026-03-10T10:00");
        room.said.downFor(1);

        assertThrows(Unavailable.class, () -> room.tick("2026-03-10T10:00"));
        room.tick("2026-03-10T10:01");

        assertEquals(List.of(BETO.conversation()), asked());
        assertTrue(room.store.booking(Businesses.CLINIC, room.offered()).isPresent());
    }

    @Test
    void a_class_offers_each_place_that_is_free_to_one_of_the_line() {
        Waitroom other = new Waitroom();
        Booking anas = other.books(ANA, "Ana", "course", ELEVEN, "2026-03-10T09:00");
        Booking doras = other.books(DORA, "Dora", "course", ELEVEN, "2026-03-10T09:00");
        Customer[] waiting = {BETO, CARLA, Waitroom.customer("Eva")};
        for (Customer who : waiting) {
            other.waits(who, "course", THURSDAY, Optional.empty(), "2026-03-10T09:01");
        }
        other.cancels(ANA, anas, "2026-03-10T10:00");
        other.tick("2026-03-10T10:00");
        assertEquals(1, other.said.all().size());

        other.cancels(DORA, doras, "2026-03-10T10:05");
        other.tick("2026-03-10T10:05");
        other.tick("2026-03-10T10:06");

        assertEquals(2, new HashSet<>(other.ids()).size());
    }
}
