package io.conserje.local.command;

import io.conserje.application.booking.BookingStore;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.SlotInWords;
import io.conserje.engine.tool.ToolResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bookings of a business as an operator reads them, by the clock on its wall. */
record BookingPages(Business business, BookingStore store, Texts texts) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Each day with what is booked and what is held, the earliest first. */
    List<String> days(LocalDate from, int days, Instant now) {
        List<String> lines = new ArrayList<>();
        SlotInWords words = new SlotInWords(texts.language(), business.zone());
        from.datesUntil(from.plusDays(days))
                .forEach(day -> {
                    List<String> booked = day(day, now);
                    if (!booked.isEmpty()) {
                        lines.add(words.day(day));
                        lines.addAll(booked);
                    }
                });
        return lines.isEmpty() ? List.of(texts.say("bookings.none", from, days)) : lines;
    }

    private List<String> day(LocalDate day, Instant now) {
        Set<DaySheet.Key> keys =
                business.appointments().professionals().stream()
                        .map(one -> new DaySheet.Key(one.id(), day))
                        .collect(Collectors.toSet());
        Map<DaySheet.Key, DaySheet> sheets = store.sheets(business.project(), keys);
        return sheets.values().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(entry -> entry.isLive(now))
                .sorted(
                        Comparator.comparing((DaySheet.Entry entry) -> entry.slot().start())
                                .thenComparing(entry -> entry.slot().professional()))
                .flatMap(entry -> store.booking(business.project(), entry.booking()).stream())
                .map(this::line)
                .toList();
    }

    private String line(Booking booking) {
        Slot slot = booking.slot();
        return texts.say(
                "bookings.line",
                time(slot.start()),
                time(slot.end()),
                booking.id(),
                service(slot),
                professional(slot),
                booking.name(),
                booking.party(),
                state(booking.state()),
                booking.customer().account());
    }

    /** A booking's history, or why there is none. */
    List<String> log(BookingId id) {
        List<LogEntry> log = store.log(business.project(), id);
        if (log.isEmpty()) {
            return List.of(texts.say("bookings.unknown", id));
        }
        Stream<String> now = store.booking(business.project(), id).map(this::line).stream();
        return Stream.concat(now, log.stream().map(this::line)).toList();
    }

    private String line(LogEntry entry) {
        return texts.say(
                "bookings.step",
                MINUTE.format(there(entry.at())),
                entry.what(),
                entry.by(),
                there(entry.slot().start()).toLocalDate() + " " + time(entry.slot().start()),
                professional(entry.slot()),
                entry.because());
    }

    String told(ToolResult result) {
        return switch (result) {
            case ToolResult.Done done ->
                    texts.say("bookings.done", done.booking().id(), state(done.booking().state()));
            case ToolResult.Refused refused ->
                    texts.say("bookings.refused", refused.why().getClass().getSimpleName());
            case ToolResult.Slots none ->
                    throw new IllegalStateException("no slots were asked for");
            case ToolResult.Bookings none ->
                    throw new IllegalStateException("no bookings were asked for");
            case ToolResult.InLine none -> throw new IllegalStateException("no line was asked for");
        };
    }

    private String state(Booking.State state) {
        return switch (state) {
            case Booking.Held held -> texts.say("bookings.held", time(held.until()));
            case Booking.Confirmed confirmed -> texts.say("bookings.confirmed");
            case Booking.Cancelled cancelled -> texts.say("bookings.cancelled");
            case Booking.Completed completed -> texts.say("bookings.completed");
            case Booking.NoShow noShow -> texts.say("bookings.no-show");
            case Booking.Released released -> texts.say("bookings.released");
        };
    }

    private String service(Slot slot) {
        return business.appointments()
                .service(slot.service())
                .map(Service::name)
                .map(name -> name.in(texts.language()))
                .orElse(slot.service());
    }

    private String professional(Slot slot) {
        return business.appointments()
                .professional(slot.professional())
                .map(Professional::name)
                .orElse(slot.professional());
    }

    private LocalTime time(Instant moment) {
        return there(moment).toLocalTime();
    }

    private ZonedDateTime there(Instant moment) {
        return moment.atZone(business.zone());
    }
}
