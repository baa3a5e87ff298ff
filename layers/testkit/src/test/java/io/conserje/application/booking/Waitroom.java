package io.conserje.application.booking;

import io.conserje.application.Words;
import io.conserje.application.booking.AttendToDues.Outcome;
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
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Days;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryBookings;
import io.conserje.testkit.InMemoryDirectory;
import io.conserje.testkit.InMemoryTemplates;
import io.conserje.testkit.Messages;
import io.conserje.testkit.RecordedArrivals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinic that books, its customers, and its clock, which is an argument. */
final class Waitroom {
    static final Business CLINIC =
            Businesses.clinic()
                    .with(
                            new Appointments(
                                    List.of(
                                            service("cleaning", "Limpieza", "Cleaning", 1),
                                            service("course", "Curso", "Course", 2)),
                                    List.of(ruiz()),
                                    List.of(),
                                    policy()));

    final InMemoryBookings store = new InMemoryBookings();
    final InMemoryTemplates templates = new InMemoryTemplates();
    final RecordedArrivals said = new RecordedArrivals();
    final Tools tools = new KeepBookings(store);
    private int causes;

    private static Service service(String id, String es, String en, int capacity) {
        return new Service(
                id,
                new Bilingual(es, en),
                List.of(),
                Duration.ofMinutes(30),
                Duration.ZERO,
                Duration.ofMinutes(30),
                capacity,
                Optional.empty());
    }

    private static Professional ruiz() {
        return new Professional(
                "ruiz",
                "Dra. Elena Ruiz",
                List.of(),
                Set.of("cleaning", "course"),
                Set.of(Language.ES),
                Businesses.clinic().hours(),
                List.of());
    }

    private static BookingPolicy policy() {
        return new BookingPolicy(
                Duration.ofHours(1),
                Duration.ofHours(2),
                60,
                3,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                List.of(Duration.ofHours(24), Duration.ofHours(2)),
                Optional.empty(),
                Map.of("es", "cita", "en", "appointment"));
    }

    static Customer customer(String name, Language language) {
        Contact contact = Contact.ofPhone("5076000" + Math.floorMod(name.hashCode(), 10000));
        return new Customer(
                Businesses.ACCOUNT,
                contact,
                io.conserje.testkit.Arrivals.conversationOf(contact),
                language);
    }

    static Customer customer(String name) {
        return customer(name, Language.ES);
    }

    AttendToDues clock() {
        return clock(store);
    }

    AttendToDues clock(BookingStore other) {
        return new AttendToDues(
                new InMemoryDirectory().with(CLINIC), other, said, templates, Words.load());
    }

    Outcome tick(String time) {
        return clock().attend(at(time), () -> Duration.ofMinutes(1));
    }

    static Instant at(String time) {
        return Messages.atTheClinic(time);
    }

    Cause cause() {
        causes++;
        return new Cause(new MessageId("message " + causes), 0);
    }

    Booking books(Customer who, String name, String service, String start, String now) {
        return confirms(who, holds(who, name, service, start, now).id(), now);
    }

    Booking books(Customer who, String name, String start, String now) {
        return books(who, name, "cleaning", start, now);
    }

    Booking holds(Customer who, String name, String service, String start, String now) {
        return done(
                who,
                new ToolCall.Hold(cause(), service, "ruiz", at(start), 1, name, Optional.empty()),
                now);
    }

    Booking confirms(Customer who, BookingId hold, String now) {
        return done(who, new ToolCall.Confirm(cause(), hold), now);
    }

    Booking moves(Customer who, Booking booking, String start, String now) {
        Booking hold =
                done(
                        who,
                        new ToolCall.Hold(
                                cause(),
                                booking.slot().service(),
                                "ruiz",
                                at(start),
                                1,
                                booking.name(),
                                Optional.of(booking.id())),
                        now);
        return confirms(who, hold.id(), now);
    }

    Booking cancels(Customer who, Booking booking, String now) {
        return done(who, new ToolCall.Cancel(cause(), booking.id()), now);
    }

    Booking refuses(Customer who, BookingId hold, String now) {
        return done(who, new ToolCall.Release(cause(), hold), now);
    }

    void waits(Customer who, String service, String day, Optional<Clock> clock, String now) {
        tools.perform(
                new ToolCall.JoinWaitList(
                        cause(),
                        service,
                        Optional.empty(),
                        Days.on(LocalDate.parse(day)),
                        clock,
                        1,
                        who.contact().key()),
                CLINIC,
                who,
                at(now));
    }

    private Booking done(Customer who, ToolCall call, String now) {
        return switch (tools.perform(call, CLINIC, who, at(now))) {
            case ToolResult.Done done -> done.booking();
            case ToolResult other -> throw new AssertionError(call + " gave " + other);
        };
    }

    /** Ids of what was put into the queue, repetitions included. */
    List<String> ids() {
        return said.all().stream()
                .map(arrival -> arrival.messages().getFirst().id().value())
                .toList();
    }

    Arrival last() {
        return said.all().getLast();
    }

    static Content.Occasion occasion(Arrival arrival) {
        return (Content.Occasion) arrival.messages().getFirst().content();
    }

    static Outgoing.Ask ask(Arrival arrival) {
        return (Outgoing.Ask) occasion(arrival).say();
    }

    /** What the last offer keeps. */
    BookingId offered() {
        return new BookingId(ids().getLast().substring("offer:".length()));
    }
}
