package io.conserje.engine.dialogue;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Slot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What an option stands for that the desk offered. Ids stay below 64 bytes, which is all that
 * Telegram carries.
 */
sealed interface Pick {
    record Time(String professional, Instant start) implements Pick {}

    record Day(LocalDate day) implements Pick {}

    record Hour(LocalTime time) implements Pick {}

    record OfService(String service) implements Pick {}

    record OfProfessional(String professional) implements Pick {}

    record Anyone() implements Pick {}

    /** One of the customer's appointments. */
    record Which(BookingId booking) implements Pick {}

    /** The customer will come. */
    record Assure(BookingId booking) implements Pick {}

    record ChangeIt(BookingId booking) implements Pick {}

    record CancelIt(BookingId booking) implements Pick {}

    record TakeOffer(BookingId hold) implements Pick {}

    record LeaveOffer(BookingId hold) implements Pick {}

    record WaitForIt() implements Pick {}

    /** Other times than those offered. */
    record OtherTimes() implements Pick {}

    String ANYONE = "anyone";
    String WAIT = "wait";
    String OTHER = "other-times";

    static String time(Slot slot) {
        return "slot:" + slot.professional() + "@" + slot.start().getEpochSecond() / 60;
    }

    static String day(LocalDate day) {
        return "day:" + day;
    }

    static String hour(LocalTime time) {
        return "hour:" + time;
    }

    static String service(String id) {
        return "service:" + id;
    }

    static String professional(String id) {
        return "pro:" + id;
    }

    static String which(BookingId booking) {
        return "booking:" + booking;
    }

    static String change(BookingId booking) {
        return "change:" + booking;
    }

    static String cancel(BookingId booking) {
        return "cancel:" + booking;
    }

    /** Empty for what is no pick: the topic of a menu. */
    static Optional<Pick> parse(String id) {
        int colon = id.indexOf(':');
        String rest = id.substring(colon + 1);
        if (colon > 0 && rest.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    switch (colon < 0 ? id : id.substring(0, colon)) {
                        case "slot" -> slot(rest);
                        case "day" -> new Day(LocalDate.parse(rest));
                        case "hour" -> new Hour(LocalTime.parse(rest));
                        case "service" -> new OfService(rest);
                        case "pro" -> new OfProfessional(rest);
                        case "booking" -> new Which(new BookingId(rest));
                        case "assure" -> new Assure(new BookingId(rest));
                        case "change" -> colon < 0 ? null : new ChangeIt(new BookingId(rest));
                        case "cancel" -> colon < 0 ? null : new CancelIt(new BookingId(rest));
                        case "offer-yes" -> new TakeOffer(new BookingId(rest));
                        case "offer-no" -> new LeaveOffer(new BookingId(rest));
                        case ANYONE -> new Anyone();
                        case WAIT -> new WaitForIt();
                        case OTHER -> new OtherTimes();
                        default -> null;
                    });
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Pick slot(String text) {
        int at = text.lastIndexOf('@');
        return new Time(
                text.substring(0, Math.max(at, 0)),
                Instant.ofEpochSecond(Long.parseLong(text.substring(at + 1)) * 60));
    }
}
