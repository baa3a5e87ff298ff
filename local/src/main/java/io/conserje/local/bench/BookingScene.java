package io.conserje.local.bench;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One professional with few times, all on the one day that can be booked.
 *
 * @param slots how many times there are
 * @param capacity how many people share one
 * @param holdFor how long a time is kept for who has not said yes
 */
record BookingScene(LocalDate day, int slots, int capacity, Duration holdFor) {
    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    static final String SERVICE = "cleaning";
    static final String PROFESSIONAL = "ruiz";

    private static final int DAYS_UNTIL = 5;

    /** So that no other of the same weekday can be booked. */
    private static final int DAYS_AHEAD = 8;

    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int MOST = 28;

    BookingScene {
        if (slots < 1 || slots > MOST) {
            throw new IllegalArgumentException("a day has 1 to " + MOST + " times");
        }
    }

    static BookingScene soonAfter(Instant now, int slots, int capacity, Duration holdFor) {
        LocalDate day = now.atZone(ZONE).toLocalDate().plusDays(DAYS_UNTIL);
        return new BookingScene(day, slots, capacity, holdFor);
    }

    Business business(ProjectId project) {
        OpeningHours hours =
                new OpeningHours(
                        Map.of(
                                day.getDayOfWeek(),
                                List.of(
                                        new OpeningHours.Span(
                                                OPENS, OPENS.plus(LENGTH.multipliedBy(slots))))));
        return new Business(
                        project,
                        new Bilingual("Clínica", "Clinic"),
                        Language.ES,
                        ZONE,
                        hours,
                        List.of())
                .with(appointments(hours));
    }

    private Appointments appointments(OpeningHours hours) {
        Service service =
                new Service(
                        SERVICE,
                        new Bilingual("Limpieza", "Cleaning"),
                        List.of(),
                        LENGTH,
                        Duration.ZERO,
                        LENGTH,
                        capacity,
                        Optional.empty());
        Professional ruiz =
                new Professional(
                        PROFESSIONAL,
                        "Dra. Ruiz",
                        List.of(),
                        Set.of(SERVICE),
                        Set.of(Language.ES, Language.EN),
                        hours,
                        List.of());
        return new Appointments(List.of(service), List.of(ruiz), List.of(), policy());
    }

    private BookingPolicy policy() {
        BookingPolicy usual = BookingPolicy.usual();
        return new BookingPolicy(
                usual.noticeToBook(),
                usual.noticeToCancel(),
                DAYS_AHEAD,
                usual.openBookings(),
                holdFor,
                usual.offerFor(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    /** When the times begin. */
    List<Instant> starts() {
        return IntStream.range(0, slots)
                .mapToObj(i -> day.atTime(OPENS.plus(LENGTH.multipliedBy(i))).atZone(ZONE))
                .map(ZonedDateTime::toInstant)
                .toList();
    }
}
