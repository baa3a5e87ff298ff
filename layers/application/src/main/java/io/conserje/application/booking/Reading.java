package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Ledger;
import io.conserje.engine.booking.Situation;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.Timetable;
import io.conserje.engine.booking.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a decision on a customer's bookings is made on. */
record Reading(BookingStore store, Business business, Instant now) {

    /** All that stands on the customer's agenda. */
    Collection<Booking> agenda(Customer customer) {
        return bookings(
                        store.agenda(business.project(), Agenda.customer(customer)),
                        Optional.empty())
                .values();
    }

    Situation about(Customer customer, BookingId booking) {
        return of(customer, Optional.of(booking), Optional.empty(), List.of());
    }

    Situation about(Customer customer, Slot slot) {
        return of(customer, Optional.empty(), Optional.of(slot), List.of());
    }

    /**
     * @param named a booking that the call names, whosever it is
     * @param slot a time that it wants
     * @param services whose lines it concerns
     */
    Situation of(
            Customer customer,
            Optional<BookingId> named,
            Optional<Slot> slot,
            List<String> services) {
        Agenda agenda = store.agenda(business.project(), Agenda.customer(customer));
        Map<BookingId, Booking> bookings = bookings(agenda, named);
        return new Situation(
                business,
                customer,
                new Ledger(agenda, bookings, sheets(bookings, slot), lines(services)),
                now);
    }

    private Map<BookingId, Booking> bookings(Agenda agenda, Optional<BookingId> named) {
        Set<BookingId> ids = new HashSet<>();
        agenda.lines().forEach(line -> ids.add(line.booking()));
        named.ifPresent(ids::add);
        Map<BookingId, Booking> bookings = new LinkedHashMap<>();
        ids.forEach(id -> read(id, bookings));
        for (Booking booking : List.copyOf(bookings.values())) {
            if (booking.state() instanceof Booking.Held held) {
                held.replaces()
                        .filter(old -> !bookings.containsKey(old))
                        .ifPresent(old -> read(old, bookings));
            }
        }
        return bookings;
    }

    private void read(BookingId id, Map<BookingId, Booking> bookings) {
        store.booking(business.project(), id).ifPresent(booking -> bookings.put(id, booking));
    }

    private Map<DaySheet.Key, DaySheet> sheets(
            Map<BookingId, Booking> bookings, Optional<Slot> slot) {
        Timetable timetable = new Timetable(business);
        Set<DaySheet.Key> keys = new HashSet<>();
        bookings.values().forEach(booking -> keys.addAll(timetable.sheets(booking.slot())));
        slot.ifPresent(wished -> keys.addAll(timetable.sheets(wished)));
        return store.sheets(business.project(), keys);
    }

    private List<Waiting> lines(List<String> services) {
        return services.stream()
                .flatMap(service -> store.line(business.project(), service).stream())
                .toList();
    }
}
