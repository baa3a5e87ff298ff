package io.conserje.local.bench;

import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Holds what the table says against itself, and against what customers were told. */
final class BookingAudit {
    private final BookingTable table;
    private final Instant now;
    private final List<String> faults = new ArrayList<>();

    BookingAudit(BookingTable table, Instant now) {
        this.table = table;
        this.now = now;
    }

    /** Where a sheet or an agenda says that a booking is. */
    private record Place(BookingId booking, Instant start, Optional<Instant> heldUntil) {}

    /** What is wrong; nothing, if all is well. */
    List<String> of(BookingScene scene, Map<String, BookingTold> told) {
        noMoreThanThereIsRoomFor(scene.capacity());
        everyBookingStandsWhereItSays();
        everyHistoryIsWhole(scene);
        everyMessageHadItsEffectOnce();
        everybodyWasToldTheTruth(told);
        return List.copyOf(faults);
    }

    private void noMoreThanThereIsRoomFor(int capacity) {
        Map<Slot, Integer> people = new HashMap<>();
        table.bookings().values().stream()
                .filter(booking -> booking.state() instanceof Booking.Confirmed)
                .forEach(booking -> people.merge(booking.slot(), booking.party(), Integer::sum));
        people.forEach((slot, many) -> {
            if (many > capacity) {
                fault(slot.start() + " has " + many + " confirmed of " + capacity);
            }
        });
    }

    private void everyBookingStandsWhereItSays() {
        List<Place> onSheets = onSheets();
        List<Place> onAgendas =
                table.agendas().stream()
                        .map(Agenda::lines)
                        .flatMap(List::stream)
                        .map(line -> new Place(line.booking(), line.start(), line.heldUntil()))
                        .toList();
        standsOnly(onSheets, "sheets");
        standsOnly(onAgendas, "agendas");
        for (Booking booking : table.bookings().values()) {
            if (takesTime(booking)) {
                standsOnce(booking, onSheets, "sheets");
                standsOnce(booking, onAgendas, "agendas");
            }
        }
    }

    private List<Place> onSheets() {
        return table.sheets().stream()
                .map(DaySheet::entries)
                .flatMap(List::stream)
                .map(entry -> new Place(entry.booking(), entry.slot().start(), entry.heldUntil()))
                .toList();
    }

    private boolean takesTime(Booking booking) {
        return switch (booking.state()) {
            case Booking.Confirmed confirmed -> true;
            case Booking.Held held -> now.isBefore(held.until());
            case Booking.Cancelled cancelled -> false;
            case Booking.Completed completed -> false;
            case Booking.NoShow noShow -> false;
            case Booking.Released released -> false;
        };
    }

    private void standsOnce(Booking booking, List<Place> places, String where) {
        long times = places.stream().filter(place(booking)::equals).count();
        if (times != 1) {
            fault("booking " + booking.id() + " stands " + times + " times on the " + where);
        }
    }

    private void standsOnly(List<Place> places, String where) {
        for (Place place : places) {
            Booking booking = table.bookings().get(place.booking());
            if (booking == null || !place.equals(place(booking))) {
                fault("the " + where + " have " + place + ", which is " + booking);
            }
        }
    }

    private static Place place(Booking booking) {
        Optional<Instant> until =
                booking.state() instanceof Booking.Held held
                        ? Optional.of(held.until())
                        : Optional.empty();
        return new Place(booking.id(), booking.slot().start(), until);
    }

    private void everyHistoryIsWhole(BookingScene scene) {
        for (Booking booking : table.bookings().values()) {
            List<LogEntry> log = table.logs().getOrDefault(booking.id(), List.of());
            List<Long> fences = log.stream().map(LogEntry::fence).toList();
            if (!fences.equals(LongStream.rangeClosed(1, booking.fence()).boxed().toList())) {
                fault(
                        "booking "
                                + booking.id()
                                + " has fence "
                                + booking.fence()
                                + ", its log "
                                + fences);
            }
            wasConfirmedInTime(log, scene);
        }
    }

    /** A hold that was confirmed had not ended. */
    private void wasConfirmedInTime(List<LogEntry> log, BookingScene scene) {
        for (int i = 1; i < log.size(); i++) {
            LogEntry before = log.get(i - 1);
            Instant until = before.at().plus(scene.holdFor());
            if (log.get(i).what().equals("confirmed")
                    && !(before.what().equals("held") && log.get(i).at().isBefore(until))) {
                fault("booking " + before.booking() + " was confirmed after its hold had ended");
            }
        }
    }

    private void everyMessageHadItsEffectOnce() {
        Map<String, List<LogEntry>> effects = new HashMap<>();
        table.logs().values().stream()
                .flatMap(List::stream)
                .forEach(entry ->
                        effects.computeIfAbsent(
                                        entry.what() + " by " + entry.because(),
                                        effect -> new ArrayList<>())
                                .add(entry));
        effects.forEach((effect, entries) -> {
            if (entries.size() != 1 && !effect.startsWith("released")) {
                fault(effect + " " + entries.size() + " times:" + histories(entries));
            }
        });
    }

    /** All that happened to the bookings of these entries. */
    private String histories(List<LogEntry> entries) {
        return entries.stream()
                .flatMap(entry -> table.logs().getOrDefault(entry.booking(), List.of()).stream())
                .distinct()
                .map(entry ->
                        String.format(
                                Locale.ROOT,
                                "%n    %s %s %s %s by %s because %s",
                                entry.at(),
                                entry.booking(),
                                entry.what(),
                                entry.slot().start(),
                                entry.by(),
                                entry.because()))
                .collect(Collectors.joining());
    }

    private void everybodyWasToldTheTruth(Map<String, BookingTold> told) {
        Map<String, List<BookingTold>> kept = new HashMap<>();
        for (Booking booking : table.bookings().values()) {
            if (booking.state() instanceof Booking.Confirmed) {
                kept.computeIfAbsent(Agenda.customer(booking.customer()), who -> new ArrayList<>())
                        .add(new BookingTold.Booked(booking.id(), booking.slot().start()));
            }
        }
        told.forEach((customer, last) -> {
            List<BookingTold> theirs =
                    kept.getOrDefault(customer, List.of(new BookingTold.Nothing()));
            if (!theirs.equals(List.of(last))) {
                List<LogEntry> history =
                        last instanceof BookingTold.Booked booked
                                ? table.logs().getOrDefault(booked.code(), List.of())
                                : List.of();
                fault(
                        "customer "
                                + customer
                                + " was told "
                                + last
                                + " and has "
                                + theirs
                                + histories(history));
            }
        });
        kept.keySet().stream()
                .filter(customer -> !told.containsKey(customer))
                .forEach(customer -> fault(customer + " has a booking and never wrote"));
    }

    private void fault(String what) {
        faults.add(what);
    }
}
