package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Slot;
import io.conserje.model.Language;
import io.conserje.model.Outgoing.Option;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The options that are offered. Their titles fit on a button of the narrowest channel. */
final class Choices {
    private final Floor floor;

    Choices(Floor floor) {
        this.floor = floor;
    }

    List<Option> yesOrNo() {
        return List.of(
                new Option(Intents.YES, floor.phrase("option.yes", Map.of())),
                new Option(Intents.NO, floor.phrase("option.no", Map.of())));
    }

    List<Option> services(List<String> ids) {
        return ids.stream()
                .flatMap(id -> floor.appointments().service(id).stream())
                .map(service ->
                        new Option(Pick.service(service.id()), service.name().in(floor.language())))
                .toList();
    }

    List<Option> professionals(List<Professional> who) {
        List<Option> all = new ArrayList<>();
        who.forEach(one -> all.add(new Option(Pick.professional(one.id()), one.name())));
        all.add(new Option(Pick.ANYONE, floor.phrase("option.anyone", Map.of())));
        return all;
    }

    /** On one day the hour says enough. */
    List<Option> times(List<Slot> slots) {
        boolean oneDay =
                slots.stream().map(slot -> there(slot).toLocalDate()).distinct().count() == 1;
        return slots.stream()
                .map(slot ->
                        new Option(
                                Pick.time(slot),
                                oneDay
                                        ? floor.words().time(there(slot).toLocalTime())
                                        : shortly(there(slot))))
                .toList();
    }

    private ZonedDateTime there(Slot slot) {
        return slot.start().atZone(floor.business().zone());
    }

    /** "jue 26 nov 10:00", "Thu Nov 26 10:00 am". */
    private String shortly(ZonedDateTime when) {
        return shortly(when.toLocalDate()) + " " + floor.words().time(when.toLocalTime());
    }

    private String shortly(LocalDate day) {
        String pattern = floor.language() == Language.ES ? "EEE d MMM" : "EEE MMM d";
        return DateTimeFormatter.ofPattern(pattern, floor.language().locale())
                .format(day)
                .replace(".", "");
    }

    List<Option> days(List<LocalDate> days) {
        return days.stream().map(day -> new Option(Pick.day(day), shortly(day))).toList();
    }

    List<Option> hours(List<LocalTime> times) {
        return times.stream()
                .map(time -> new Option(Pick.hour(time), floor.words().time(time)))
                .toList();
    }

    List<Option> bookings(List<Booking> bookings) {
        return bookings.stream()
                .map(booking ->
                        new Option(
                                Pick.which(booking.id()),
                                shortly(booking.slot().start().atZone(floor.business().zone()))))
                .toList();
    }

    Option waitForIt() {
        return new Option(Pick.WAIT, floor.phrase("option.wait", Map.of()));
    }

    Option person() {
        return new Option(Intents.PERSON, floor.phrase("option.person", Map.of()));
    }

    /** In the order of the clock, whatever they were ordered by. */
    static List<Slot> inOrder(List<Slot> slots) {
        return slots.stream().sorted(Comparator.comparing(Slot::start)).toList();
    }

    /** At most so many, spread over all of them, the first always with them. */
    static List<Slot> spread(List<Slot> slots, int most) {
        if (slots.size() <= most) {
            return slots;
        }
        List<Slot> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(slots.get(i * (slots.size() - 1) / (most - 1)));
        }
        return some;
    }

    static String and(List<String> names, String and) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1))
                        + String.format(Locale.ROOT, " %s ", and)
                        + names.getLast();
    }
}
