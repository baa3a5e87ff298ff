package io.conserje.application.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Booking.Confirmed;
import io.conserje.engine.booking.Booking.Held;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.DaySheet.Entry;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Timetable;
import io.conserje.testkit.InMemoryBookings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Goes through the books and finds what must not be in them. */
record Audit(InMemoryBookings store, Business business, Instant now, String where) {

    void run() {
        List<Booking> all = store.all(business.project());
        store.sheets(business.project()).forEach(this::noTimeIsGivenTwice);
        everyBookingIsOnItsSheetsAndNothingElse(all);
        agendasTellWhatIsBooked(all);
        all.forEach(this::theLogHasNoGap);
    }

    private void noTimeIsGivenTwice(DaySheet sheet) {
        List<Entry> live = sheet.entries().stream().filter(entry -> entry.isLive(now)).toList();
        for (Entry one : live) {
            List<Entry> met =
                    live.stream()
                            .filter(other -> overlap(one, other))
                            .filter(other -> other.equals(one) || isMet(one, other, live))
                            .toList();
            int people = met.stream().mapToInt(Entry::party).sum();
            assertTrue(people <= capacity(one), () -> where + ": " + people + " in " + met);
            assertTrue(
                    met.size() == 1 || met.stream().allMatch(other -> isShared(one, other)),
                    () -> where + ": overlap " + met);
        }
    }

    /** Of a booking and the hold that is to replace it, only one will be. */
    private boolean isMet(Entry one, Entry other, List<Entry> live) {
        return !replaces(other, one) && live.stream().noneMatch(hold -> replaces(hold, other));
    }

    private static boolean overlap(Entry one, Entry other) {
        return one.slot().start().isBefore(other.slot().busyUntil())
                && other.slot().start().isBefore(one.slot().busyUntil());
    }

    private int capacity(Entry entry) {
        return business.appointments().service(entry.slot().service()).orElseThrow().capacity();
    }

    private boolean isShared(Entry one, Entry other) {
        return capacity(one) > 1
                && one.slot().service().equals(other.slot().service())
                && one.slot().start().equals(other.slot().start());
    }

    private boolean replaces(Entry hold, Entry booked) {
        return booking(hold.booking()).state() instanceof Held held
                && held.replaces().equals(Optional.of(booked.booking()));
    }

    private Booking booking(BookingId id) {
        return store.booking(business.project(), id).orElseThrow();
    }

    private void everyBookingIsOnItsSheetsAndNothingElse(List<Booking> all) {
        Set<Object> expected = new HashSet<>();
        for (Booking booking : all) {
            if (isLive(booking)) {
                new Timetable(business)
                        .sheets(booking.slot())
                        .forEach(key -> expected.add(List.of(key, entry(booking))));
            }
        }
        Set<Object> found = new HashSet<>();
        for (DaySheet sheet : store.sheets(business.project())) {
            for (Entry entry : sheet.entries()) {
                if (entry.isLive(now)) {
                    assertTrue(found.add(List.of(sheet.key(), entry)), where);
                }
                assertEquals(entry(booking(entry.booking())), entry, where);
            }
        }
        assertEquals(expected, found, where);
    }

    private boolean isLive(Booking booking) {
        return switch (booking.state()) {
            case Confirmed confirmed -> true;
            case Held held -> now.isBefore(held.until());
            default -> false;
        };
    }

    private static Entry entry(Booking booking) {
        return new Entry(
                booking.id(),
                booking.slot(),
                booking.party(),
                Agenda.customer(booking.customer()),
                until(booking));
    }

    private static Optional<Instant> until(Booking booking) {
        return booking.state() instanceof Held held ? Optional.of(held.until()) : Optional.empty();
    }

    private void agendasTellWhatIsBooked(List<Booking> all) {
        all.stream()
                .collect(Collectors.groupingBy(booking -> Agenda.customer(booking.customer())))
                .forEach((customer, theirs) -> {
                    Set<Agenda.Line> expected =
                            theirs.stream()
                                    .filter(this::isLive)
                                    .filter(booking -> booking.slot().end().isAfter(now))
                                    .map(booking ->
                                            new Agenda.Line(
                                                    booking.id(),
                                                    booking.slot().start(),
                                                    booking.slot().end(),
                                                    until(booking)))
                                    .collect(Collectors.toSet());
                    List<Agenda.Line> found =
                            store.agenda(business.project(), customer).lines().stream()
                                    .filter(line -> line.end().isAfter(now))
                                    .filter(line ->
                                            line.heldUntil()
                                                    .filter(it -> !now.isBefore(it))
                                                    .isEmpty())
                                    .toList();
                    assertEquals(expected, Set.copyOf(found), where);
                    assertEquals(expected.size(), found.size(), where);
                });
    }

    private void theLogHasNoGap(Booking booking) {
        List<LogEntry> log = store.log(business.project(), booking.id());
        assertEquals(
                LongStream.rangeClosed(1, booking.fence()).boxed().toList(),
                log.stream().map(LogEntry::fence).toList(),
                where);
        assertEquals(booking.slot(), log.getLast().slot(), where);
    }
}
