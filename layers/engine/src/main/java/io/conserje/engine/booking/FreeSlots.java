package io.conserje.engine.booking;

import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.tool.ToolCall.FindSlots;
import io.conserje.engine.tool.ToolResult.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A search for free times. It tells which sheets it wants to see, so that who reads them can do so
 * in runs and stop when there is enough.
 */
public final class FreeSlots {
    private final Timetable timetable;
    private final Optional<Service> service;
    private final List<Professional> people;
    private final FindSlots wish;
    private final String customer;
    private final Instant now;
    private final LocalDate today;
    private final LocalDate last;
    private final Nearness nearness;

    public FreeSlots(Business business, FindSlots wish, Customer customer, Instant now) {
        this.timetable = new Timetable(business);
        this.service = business.appointments().service(wish.service());
        this.people =
                business.appointments().whoDo(wish.service()).stream()
                        .filter(one ->
                                wish.professional().filter(id -> !id.equals(one.id())).isEmpty())
                        .toList();
        this.wish = wish;
        this.customer = Agenda.customer(customer);
        this.now = now;
        this.today = timetable.dayOf(now);
        this.last = timetable.lastDay(now);
        this.nearness = Nearness.to(wish.clock(), business.zone(), open());
    }

    private List<Span> open() {
        List<Span> wished = open(days());
        return wished.isEmpty() ? open(daysBetween(today, last)) : wished;
    }

    private List<Span> open(List<LocalDate> days) {
        return days.stream()
                .flatMap(day -> people.stream().flatMap(one -> timetable.spans(one, day).stream()))
                .distinct()
                .toList();
    }

    /** Those wished for that can be booked at all. */
    public List<LocalDate> days() {
        return daysBetween(wish.days().from(), wish.days().to());
    }

    /** Those to look at when the wished days have nothing. */
    public List<LocalDate> beyond() {
        return wish.beyond() && wish.days().to().isBefore(last)
                ? daysBetween(wish.days().to().plusDays(1), last)
                : List.of();
    }

    private List<LocalDate> daysBetween(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(today) ? today : from;
        LocalDate end = to.isAfter(last) ? last : to;
        return nonsense().isPresent() || end.isBefore(first)
                ? List.of()
                : first.datesUntil(end.plusDays(1)).toList();
    }

    /** Whether more days can only bring worse than what was found. */
    public boolean isEnough(List<Slot> found) {
        return !nearness.isOfTheClock() && found.size() >= wish.most();
    }

    public boolean isFull(List<Slot> found) {
        return found.size() >= wish.most();
    }

    /** The sheets that tell what is free on these days. */
    public Set<DaySheet.Key> sheets(Collection<LocalDate> days) {
        Set<DaySheet.Key> keys = new HashSet<>();
        for (Slot slot : candidates(days)) {
            keys.addAll(timetable.sheets(slot));
        }
        return keys;
    }

    /** Each time once, the best first. */
    public List<Slot> free(Collection<LocalDate> days, Map<DaySheet.Key, DaySheet> sheets) {
        return days.stream()
                .flatMap(day -> freeOn(day, sheets).stream())
                .sorted(nearness.order())
                .toList();
    }

    private Collection<Slot> freeOn(LocalDate day, Map<DaySheet.Key, DaySheet> sheets) {
        Map<Instant, Slot> free = new TreeMap<>();
        for (Professional one : theLeastBusyFirst(day, sheets)) {
            for (Slot slot : candidates(one, day)) {
                if (hasRoom(slot, sheets)) {
                    free.putIfAbsent(slot.start(), slot);
                }
            }
        }
        return free.values();
    }

    private List<Professional> theLeastBusyFirst(
            LocalDate day, Map<DaySheet.Key, DaySheet> sheets) {
        return people.stream()
                .sorted(
                        Comparator.comparingLong(one ->
                                sheet(new DaySheet.Key(one.id(), day), sheets).entries().stream()
                                        .filter(entry -> entry.isLive(now))
                                        .count()))
                .toList();
    }

    private boolean hasRoom(Slot slot, Map<DaySheet.Key, DaySheet> sheets) {
        return new Room(service.orElseThrow(), wish.party(), customer, Optional.empty())
                .isFor(
                        slot,
                        timetable.sheets(slot).stream().map(key -> sheet(key, sheets)).toList(),
                        now);
    }

    private static DaySheet sheet(DaySheet.Key key, Map<DaySheet.Key, DaySheet> sheets) {
        return sheets.getOrDefault(key, DaySheet.empty(key));
    }

    private List<Slot> candidates(Collection<LocalDate> days) {
        return days.stream()
                .flatMap(day -> people.stream().flatMap(one -> candidates(one, day).stream()))
                .toList();
    }

    /** What could be booked, were nobody else there. */
    private List<Slot> candidates(Professional one, LocalDate day) {
        Instant soonest = now.plus(timetable.business().appointments().policy().noticeToBook());
        return fitting(one, day).stream()
                .filter(slot -> slot.start().isAfter(now) && !slot.start().isBefore(soonest))
                .toList();
    }

    private List<Slot> fitting(Professional one, LocalDate day) {
        return timetable.slots(service.orElseThrow(), one, day).stream()
                .filter(nearness::fits)
                .toList();
    }

    /**
     * What is told of the search.
     *
     * @param wished what the wished days have
     * @param further what later days have, when they were looked at
     */
    public Slots result(List<Slot> wished, List<Slot> further) {
        List<Slot> all = new ArrayList<>(wished);
        all.sort(nearness.order());
        all.addAll(further);
        return new Slots(
                all.stream().limit(Math.max(0, wish.most())).toList(),
                wished.isEmpty() ? why() : Optional.empty());
    }

    private Optional<Refusal> nonsense() {
        return service.isEmpty() || people.isEmpty()
                ? Optional.of(new Refusal.NotTheirs())
                : HoldRules.party(wish.party(), service.get());
    }

    private Optional<Refusal> why() {
        BookingPolicy policy = timetable.business().appointments().policy();
        if (nonsense().isPresent()) {
            return nonsense();
        }
        if (wish.days().to().isBefore(today)) {
            return Optional.of(new Refusal.Past());
        }
        return days().isEmpty()
                ? Optional.of(new Refusal.TooFarAhead(policy.daysAhead()))
                : whyNoneOn(days().getFirst(), policy);
    }

    private Optional<Refusal> whyNoneOn(LocalDate day, BookingPolicy policy) {
        Optional<Holiday> holiday = timetable.business().appointments().holidayOn(day);
        if (holiday.isPresent()) {
            return Optional.of(new Refusal.OnHoliday(holiday.get()));
        }
        List<Slot> any = people.stream().flatMap(one -> fitting(one, day).stream()).toList();
        if (any.isEmpty()) {
            return Optional.of(new Refusal.Closed());
        }
        if (any.stream().noneMatch(slot -> slot.start().isAfter(now))) {
            return Optional.of(new Refusal.Past());
        }
        return candidates(List.of(day)).isEmpty()
                ? Optional.of(new Refusal.TooSoon(policy.noticeToBook()))
                : Optional.empty();
    }
}
