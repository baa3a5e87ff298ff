package io.conserje.application.audit;

import io.conserje.application.audit.Evidence.Diary;
import io.conserje.application.audit.Evidence.Heard;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.LogEntry;
import io.conserje.model.Terms.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What is booked is the same in the booking, on the professional's day, in the customer's agenda
 * and in the log, and nobody is in two places at once.
 */
final class DiaryChecks {
    private static final Set<String> LASTING = Set.of("confirmed", "assured", "moved", "cancelled");
    private static final Set<String> TOLD_WITH_CODE = Set.of("confirmed", "moved");

    private final Evidence evidence;
    private final Diary diary;
    private final Instant now;
    private final Audit audit;
    private final Map<BookingId, Booking> bookings = new HashMap<>();

    DiaryChecks(Evidence evidence, Instant now, Audit audit) {
        this.evidence = evidence;
        this.diary = evidence.diary();
        this.now = now;
        this.audit = audit;
        diary.bookings().forEach(booking -> bookings.put(booking.id(), booking));
    }

    /** Where a sheet or an agenda says that a booking is. */
    private record Place(BookingId booking, Instant start, Optional<Instant> heldUntil) {}

    void run() {
        everyBookingStandsWhereItSays();
        noTimeIsTakenTwice();
        everyHistoryIsWhole();
        everyCauseHadItsEffectOnce();
        whatWasDoneWasTold();
        diary.bookings()
                .forEach(booking ->
                        audit.count("booked: " + booking.state().getClass().getSimpleName(), 1));
    }

    private void everyBookingStandsWhereItSays() {
        List<Place> sheets =
                diary.sheets().stream()
                        .flatMap(sheet -> sheet.entries().stream())
                        .map(it -> new Place(it.booking(), it.slot().start(), it.heldUntil()))
                        .toList();
        List<Place> agendas =
                diary.agendas().stream()
                        .flatMap(agenda -> agenda.lines().stream())
                        .map(it -> new Place(it.booking(), it.start(), it.heldUntil()))
                        .toList();
        // A line of an agenda is left out once it is over; a sheet's day is over with the day.
        standsOnly(sheets, "day");
        standsOnly(agendas, "agenda");
        for (Booking booking : diary.bookings()) {
            // A hold is a matter of minutes: whose clock is ahead sees it end sooner.
            if (booking.state() instanceof Booking.Confirmed) {
                standsOnce(booking, sheets, "days");
                if (booking.slot().start().isAfter(now)) {
                    standsOnce(booking, agendas, "agendas");
                }
            }
        }
    }

    private void standsOnce(Booking booking, List<Place> places, String where) {
        long times = places.stream().filter(place(booking)::equals).count();
        if (times != 1) {
            broken("booking " + booking.id() + " stands " + times + " times in the " + where);
        }
    }

    /** A place of a hold that has ended is nobody's, and may be left behind. */
    private void standsOnly(List<Place> places, String where) {
        for (Place place : places) {
            Booking booking = bookings.get(place.booking());
            boolean over = place.heldUntil().filter(until -> !now.isBefore(until)).isPresent();
            boolean came =
                    booking != null
                            && (booking.state() instanceof Booking.Completed
                                    || booking.state() instanceof Booking.NoShow);
            if (!over && !came && (booking == null || !place.equals(place(booking)))) {
                broken("the " + where + " has " + place + ", which is " + booking);
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

    /**
     * Nobody is in two places at once. Who shares a time is in the same class; how many it has room
     * for, the booking's own rules keep. A customer's own hold may lie over what it is to replace.
     */
    private void noTimeIsTakenTwice() {
        Map<String, List<Booking>> byProfessional =
                diary.bookings().stream()
                        .filter(booking -> booking.state() instanceof Booking.Confirmed)
                        .collect(
                                Collectors.groupingBy(booking ->
                                        booking.project() + "#" + booking.slot().professional()));
        byProfessional.values().forEach(this::noneOverlap);
    }

    private void noneOverlap(List<Booking> theirs) {
        List<Booking> inOrder =
                theirs.stream()
                        .sorted(Comparator.comparing(booking -> booking.slot().start()))
                        .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Booking one = inOrder.get(i - 1);
            Booking other = inOrder.get(i);
            if (other.slot().start().isBefore(one.slot().busyUntil()) && !share(one, other)) {
                broken(
                        one.id()
                                + " and "
                                + other.id()
                                + " are both with "
                                + one.slot().professional()
                                + " at "
                                + other.slot().start());
            }
        }
    }

    private boolean share(Booking one, Booking other) {
        return one.slot().start().equals(other.slot().start())
                && one.slot().service().equals(other.slot().service())
                && diary.shared().contains(one.project() + "#" + one.slot().service());
    }

    private void everyHistoryIsWhole() {
        Map<BookingId, List<LogEntry>> logs =
                diary.log().stream().collect(Collectors.groupingBy(LogEntry::booking));
        for (Booking booking : diary.bookings()) {
            List<Long> fences =
                    logs.getOrDefault(booking.id(), List.of()).stream()
                            .map(LogEntry::fence)
                            .sorted()
                            .toList();
            if (!fences.equals(LongStream.rangeClosed(1, booking.fence()).boxed().toList())) {
                broken(
                        "booking "
                                + booking.id()
                                + " has fence "
                                + booking.fence()
                                + ", its log "
                                + fences);
            }
        }
        logs.keySet().stream()
                .filter(id -> !bookings.containsKey(id))
                .forEach(id -> broken("a log without its booking: " + id));
    }

    /**
     * A hold is no effect yet: one that a turn made which was then broken off is let go by the
     * next, or ends by itself.
     */
    private void everyCauseHadItsEffectOnce() {
        Map<String, List<LogEntry>> effects =
                diary.log().stream()
                        .filter(entry -> LASTING.contains(entry.what()))
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.what() + " by " + entry.because()));
        effects.forEach((effect, entries) -> {
            if (entries.size() > 1) {
                broken(effect + " " + entries.size() + " times: " + entries);
            }
        });
    }

    /**
     * Who has an appointment was told so, with its code, in answer to the message that made it; but
     * for who asked in the same breath not to be told anything any more.
     */
    private void whatWasDoneWasTold() {
        Map<String, Heard> heard = new HashMap<>();
        evidence.heard().forEach(one -> heard.put(one.message().value(), one));
        Map<String, String> said = new HashMap<>();
        Set<String> silenced = new HashSet<>();
        for (Said one : evidence.said()) {
            String turn = one.id().conversation() + "#" + one.turn();
            said.merge(turn, one.text(), String::concat);
            if (one.purpose() == Purpose.STOP_CONFIRMATION) {
                silenced.add(turn);
            }
        }
        for (LogEntry entry : diary.log()) {
            Heard cause = heard.get(entry.because());
            if (cause == null || !TOLD_WITH_CODE.contains(entry.what())) {
                continue;
            }
            String turn = cause.conversation() + "#" + cause.turn();
            boolean told = said.getOrDefault(turn, "").contains(entry.booking().value());
            if (!told && !silenced.contains(turn)) {
                audit.broken(
                        Promise.BOOKED_ONCE,
                        cause.conversation(),
                        entry.booking()
                                + " was "
                                + entry.what()
                                + " because of "
                                + entry.because()
                                + ", whose answer does not tell it");
            }
        }
    }

    private void broken(String what) {
        audit.broken(Promise.BOOKED_ONCE, what);
    }
}
