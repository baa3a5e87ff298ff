package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.LogEntry;
import io.conserje.model.Arrival;
import io.conserje.model.Language;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Clinics;
import io.conserje.testkit.Desk;
import io.conserje.testkit.InMemoryDirectory;
import io.conserje.testkit.InMemorySecrets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a customer writes is done once, however often the provider or the queue says it. */
class BookedOnceTest {
    private static final Instant NOW = Clinics.inMadrid("2026-11-24T10:00");
    private static final Arrival WISH =
            Arrivals.fromAna("quiero una limpieza el jueves a las 10, soy Ana Ruiz");
    private static final Arrival YES = Arrivals.fromAna("sí");

    private final Desk desk =
            Desk.of(
                    new InMemoryDirectory().with(Businesses.account()).with(Clinics.clinic()),
                    new InMemorySecrets());

    @Test
    void aWishThatIsHeardAgainHoldsNothingElse() {
        advance(WISH);
        List<LogEntry> held = log();

        advance(WISH);

        assertEquals(List.of("held"), held.stream().map(LogEntry::what).toList());
        assertEquals(held, log());
    }

    @Test
    void aYesThatIsHeardAgainChangesNothing() {
        advance(WISH);
        advance(YES);
        List<LogEntry> booked = log();

        advance(WISH);
        advance(YES);

        assertEquals(List.of("held", "confirmed"), booked.stream().map(LogEntry::what).toList());
        assertEquals(booked, log());
    }

    private void advance(Arrival arrival) {
        desk.advanceConversation().advance(List.of(arrival), NOW);
    }

    /** All that happened to what stands on Ana's agenda. */
    private List<LogEntry> log() {
        Customer ana =
                new Customer(
                        Businesses.ACCOUNT,
                        Arrivals.ANA,
                        Arrivals.conversationOf(Arrivals.ANA),
                        Language.ES);
        return desk.bookings().agenda(Businesses.CLINIC, Agenda.customer(ana)).lines().stream()
                .map(Agenda.Line::booking)
                .flatMap(this::logOf)
                .toList();
    }

    private Stream<LogEntry> logOf(BookingId id) {
        return desk.bookings().log(Businesses.CLINIC, id).stream();
    }
}
