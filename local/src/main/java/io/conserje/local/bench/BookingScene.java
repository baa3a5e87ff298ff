package io.conserje.local.bench;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One professional with few times a day, and a day that everybody wants.
 *
 * @param slots how many times there are on a day
 * @param capacity how many people share one
 */
record BookingScene(int slots, int capacity) {
    static final String SERVICE = "cleaning";
    static final String PROFESSIONAL = "ruiz";

    /** A Monday far ahead, so that nothing of it has expired by the clock of the machine. */
    static final Instant OPENING = Instant.parse("2035-03-12T08:00:00Z");

    static final LocalDate DAY = LocalDate.of(2035, 3, 15);

    private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    private static final ProjectId PROJECT = new ProjectId("booking-bench");
    private static final AccountRef ACCOUNT = new AccountRef("bench", "bench");
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int MOST = 28;

    BookingScene {
        if (slots < 1 || slots > MOST) {
            throw new IllegalArgumentException("a day has 1 to " + MOST + " times");
        }
    }

    Business business() {
        Map<DayOfWeek, List<OpeningHours.Span>> week =
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(day -> day, day -> List.of(open())));
        OpeningHours hours = new OpeningHours(week);
        return new Business(
                        PROJECT,
                        new Bilingual("Clínica", "Clinic"),
                        Language.ES,
                        ZONE,
                        hours,
                        List.of())
                .with(appointments(hours));
    }

    private OpeningHours.Span open() {
        return new OpeningHours.Span(OPENS, OPENS.plus(LENGTH.multipliedBy(slots)));
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
                        Set.of(Language.ES),
                        hours,
                        List.of());
        return new Appointments(List.of(service), List.of(ruiz), List.of(), BookingPolicy.usual());
    }

    /** When the times of a day begin. */
    List<Instant> starts(LocalDate day) {
        return IntStream.range(0, slots)
                .mapToObj(i -> day.atTime(OPENS.plus(LENGTH.multipliedBy(i))).atZone(ZONE))
                .map(ZonedDateTime::toInstant)
                .toList();
    }

    Duration holdFor() {
        return BookingPolicy.usual().holdFor();
    }

    Customer customer(int number) {
        Contact contact =
                Contact.ofPhone(String.format(Locale.ROOT, "507%08d", 60_000_000 + number));
        return new Customer(
                ACCOUNT, contact, ConversationId.of(PROJECT, ACCOUNT, contact), Language.ES);
    }
}
