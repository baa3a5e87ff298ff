package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.booking.SlotInWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A booking as its customer is told of it.
 *
 * @param day of the appointment, at the business
 * @param date the day and the time of day
 */
record Told(
        SlotInWords words,
        ZoneId zone,
        LocalDate day,
        String name,
        String service,
        String professional,
        String date) {

    static Told of(Business business, Booking booking) {
        Slot slot = booking.slot();
        SlotInWords words = new SlotInWords(booking.customer().language(), business.zone());
        return new Told(
                words,
                business.zone(),
                LocalDate.ofInstant(slot.start(), business.zone()),
                oneLine(booking.name()),
                service(business, booking),
                business.appointments()
                        .professional(slot.professional())
                        .map(Professional::name)
                        .orElse(slot.professional()),
                words.when(slot.start()));
    }

    private static String service(Business business, Booking booking) {
        String id = booking.slot().service();
        return business.appointments()
                .service(id)
                .map(service -> service.name().in(booking.customer().language()))
                .orElse(id);
    }

    /** Customers' names come as they wrote them, and templates take no line breaks. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        names.put("name", name);
        names.put("service", service);
        names.put("professional", professional);
        return names;
    }

    /** The phrase that says when, as it is said on this day. */
    String when(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return "when.today";
        }
        return day.equals(today.plusDays(1)) ? "when.tomorrow" : "when.later";
    }
}
