package io.conserje.engine.booking;

import io.conserje.engine.Bilingual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the business wants bookings to be held to.
 *
 * @param noticeToBook how long before a time it can still be booked
 * @param noticeToCancel how long before it a customer can still change or cancel it alone; later a
 *     person decides
 * @param daysAhead how far ahead it can be booked
 * @param openBookings how many a contact can have before them at once
 * @param holdFor how long a time is kept for who has not said yes yet
 * @param offerFor how long a freed time is kept for who waits for it
 * @param remindBefore when a reminder goes out, each before the appointment; empty for none
 * @param deposit what is told of a deposit before the customer says yes; empty when none is wanted
 * @param reminderTemplates by language code, the template that reminds where nothing else may be
 *     sent; its variables are {@code name}/{@code nombre}, {@code date}/{@code fecha}, {@code
 *     service}/{@code servicio}
 */
public record BookingPolicy(
        Duration noticeToBook,
        Duration noticeToCancel,
        int daysAhead,
        int openBookings,
        Duration holdFor,
        Duration offerFor,
        List<Duration> remindBefore,
        Optional<Bilingual> deposit,
        Map<String, String> reminderTemplates) {
    public BookingPolicy {
        remindBefore = List.copyOf(remindBefore);
        reminderTemplates = Map.copyOf(reminderTemplates);
    }

    public static BookingPolicy usual() {
        return new BookingPolicy(
                Duration.ofHours(1),
                Duration.ofHours(24),
                90,
                3,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                List.of(Duration.ofHours(24)),
                Optional.empty(),
                Map.of());
    }
}
