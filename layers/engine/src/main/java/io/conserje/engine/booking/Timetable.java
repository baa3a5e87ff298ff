package io.conserje.engine.booking;

import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The times at which a business's people can be booked, before anybody has booked any. */
public record Timetable(Business business) {
    private static final long DAY = 24 * 60 * 60;

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The last day that can be booked. */
    public LocalDate lastDay(Instant now) {
        return dayOf(now).plusDays(business.appointments().policy().daysAhead());
    }

    /**
     * The sheets that a time stands on: one for each day that it takes a part of. A buffer may run
     * past midnight.
     */
    public Set<DaySheet.Key> sheets(Slot slot) {
        LocalDate last = dayOf(slot.busyUntil().minusNanos(1));
        return dayOf(slot.start())
                .datesUntil(last.plusDays(1))
                .map(day -> new DaySheet.Key(slot.professional(), day))
                .collect(Collectors.toSet());
    }

    /**
     * Why a time cannot be booked, whoever has booked what. A time that the clock shows twice in
     * the night when it is put back is the first of the two.
     */
    public Optional<Refusal> refuses(
            Service service, Professional who, Instant start, Instant now) {
        BookingPolicy policy = business.appointments().policy();
        if (!start.isAfter(now)) {
            return Optional.of(new Refusal.Past());
        }
        if (start.isBefore(now.plus(policy.noticeToBook()))) {
            return Optional.of(new Refusal.TooSoon(policy.noticeToBook()));
        }
        if (!start.isBefore(lastDay(now).plusDays(1).atStartOfDay(zone()).toInstant())) {
            return Optional.of(new Refusal.TooFarAhead(policy.daysAhead()));
        }
        LocalDate day = dayOf(start);
        Optional<Holiday> holiday = business.appointments().holidayOn(day);
        if (holiday.isPresent()) {
            return Optional.of(new Refusal.OnHoliday(holiday.get()));
        }
        return slots(service, who, day).stream().anyMatch(slot -> slot.start().equals(start))
                ? Optional.empty()
                : Optional.of(new Refusal.Closed());
    }

    /** Every time of that day at which the service can begin, the earliest first. */
    public List<Slot> slots(Service service, Professional who, LocalDate day) {
        return spans(who, day).stream()
                .flatMap(span -> slots(service, who, day, span).stream())
                .toList();
    }

    private List<Slot> slots(Service service, Professional who, LocalDate day, Span span) {
        Instant closes = closing(day, span.closes());
        long step = service.step().toSeconds();
        List<Slot> slots = new ArrayList<>();
        for (long second = Math.ceilDiv(span.opens().toSecondOfDay(), step) * step;
                second < DAY;
                second += step) {
            LocalDateTime local = day.atTime(LocalTime.ofSecondOfDay(second));
            List<ZoneOffset> offsets = zone().getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                continue;
            }
            Slot slot = Slot.of(service, who.id(), local.toInstant(offsets.getFirst()));
            if (slot.end().isAfter(closes)) {
                break;
            }
            slots.add(slot);
        }
        return slots;
    }

    /** When the business is open and the professional is there; none on a day off. */
    List<Span> spans(Professional who, LocalDate day) {
        if (business.appointments().holidayOn(day).isPresent()
                || who.away().stream().anyMatch(absence -> absence.contains(day))) {
            return List.of();
        }
        List<Span> both = new ArrayList<>();
        for (Span open : whole(business.hours(), day)) {
            for (Span there : whole(who.schedule(), day)) {
                LocalTime from = later(open.opens(), there.opens());
                LocalTime to = earlier(open.closes(), there.closes());
                if (from.isBefore(to)) {
                    both.add(new Span(from, to));
                }
            }
        }
        return both;
    }

    /** Spans that touch are one: there is no break between them. */
    private static List<Span> whole(OpeningHours hours, LocalDate day) {
        List<Span> whole = new ArrayList<>();
        for (Span span : hours.on(day.getDayOfWeek())) {
            boolean touches = !whole.isEmpty() && whole.getLast().closes().equals(span.opens());
            whole.add(touches ? new Span(whole.removeLast().opens(), span.closes()) : span);
        }
        return whole;
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }

    /** Where the clock is put over it, it is as late as the clock on the wall can be read. */
    private Instant closing(LocalDate day, LocalTime time) {
        if (time.equals(LocalTime.MAX)) {
            return day.plusDays(1).atStartOfDay(zone()).toInstant();
        }
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition over = zone().getRules().getTransition(local);
        if (over == null) {
            return local.atZone(zone()).toInstant();
        }
        return over.isGap() ? over.getInstant() : local.toInstant(over.getOffsetAfter());
    }

    private ZoneId zone() {
        return business.zone();
    }
}
