package io.conserje.local.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.Bilingual;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Professional.Absence;
import io.conserje.engine.booking.Service;
import io.conserje.model.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a business has to book, as it writes it. */
class AppointmentsInTheFileTest {
    private static Project project(String name) {
        return ProjectFile.read(
                Path.of(System.getProperty("conserje.root"), "projects", name + ".yaml"));
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void the_clinic_has_its_services_people_and_holidays() {
        Appointments clinic = project("demo").business().appointments();

        assertEquals(
                new Service(
                        "filling",
                        new Bilingual("Empaste", "Filling"),
                        List.of("empaste", "caries", "calza", "filling", "cavity"),
                        Duration.ofMinutes(45),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        1,
                        Optional.of(new Bilingual("80 €", "€80"))),
                clinic.service("filling").orElseThrow());
        assertEquals(
                List.of("ruiz", "vidal"),
                clinic.whoDo("filling").stream().map(Professional::id).toList());
        assertEquals(
                List.of(span("10:00", "14:00"), span("15:00", "20:00")),
                clinic.professional("vidal").orElseThrow().schedule().on(DayOfWeek.WEDNESDAY));
        assertEquals(Set.of(Language.ES), clinic.professional("vidal").orElseThrow().languages());
        assertEquals(
                "Good Friday",
                clinic.holidayOn(LocalDate.of(2026, 4, 3)).orElseThrow().name().en());
        assertEquals(Optional.empty(), clinic.holidayOn(LocalDate.of(2027, 4, 3)));
        assertEquals("Reyes", clinic.holidayOn(LocalDate.of(2031, 1, 6)).orElseThrow().name().es());
        assertEquals(10, clinic.holidays().size());
    }

    @Test
    void the_school_has_classes_that_people_share_and_policies_of_its_own() {
        Project school = project("school");
        Appointments classes = school.business().appointments();

        assertEquals(Locale.of("es", "MX"), school.business().locale());
        assertEquals(8, classes.service("conversation").orElseThrow().capacity());
        assertEquals(
                Optional.of(new Bilingual("$450 MXN", "$450 MXN")),
                classes.service("private").orElseThrow().price());
        assertEquals(
                new BookingPolicy(
                        Duration.ofHours(2),
                        Duration.ofHours(12),
                        30,
                        4,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(20),
                        List.of(Duration.ofHours(24)),
                        Optional.empty(),
                        Map.of("es", "clase_recordatorio", "en", "class_reminder")),
                classes.policy());
    }

    @Test
    void what_is_left_out_is_as_usual(@TempDir Path folder) throws IOException {
        Appointments read =
                Profile.in(
                                folder,
                                """
                                services: [{ id: visit, name: { es: Visita, en: Visit }, length: 1 h 30 min }]
                                professionals: [{ id: ana, name: Ana, services: [visit] }]
                                """)
                        .read()
                        .business()
                        .appointments();

        assertEquals(BookingPolicy.usual(), read.policy());
        Service visit = read.services().getFirst();
        assertEquals(Duration.ofMinutes(90), visit.length());
        assertEquals(Duration.ZERO, visit.buffer());
        assertEquals(Duration.ofMinutes(30), visit.step());
        assertEquals(1, visit.capacity());
        Professional ana = read.professionals().getFirst();
        assertEquals(Set.of(Language.ES, Language.EN), ana.languages());
        assertEquals(List.of(span("09:00", "14:00")), ana.schedule().on(DayOfWeek.TUESDAY));
    }

    @Test
    void breaks_are_cut_out_and_absences_are_kept(@TempDir Path folder) throws IOException {
        List<Professional> people =
                Profile.in(
                                folder,
                                """
                                services: [{ id: visit, name: { es: Visita, en: Visit }, length: 20 min }]
                                professionals:
                                  - id: ana
                                    name: Ana
                                    services: [visit]
                                    schedule: as the business
                                    breaks: ["13:30-14:00", "11:00-11:15"]
                                  - id: eva
                                    name: Eva
                                    services: [visit]
                                    schedule: { monday: ["09:00-14:00", "16:00-20:00"] }
                                    breaks: { monday: ["13:00-17:00"] }
                                    away: [2026-12-24..2026-12-31, 2027-01-05]
                                policies: { deposit: Se pagan 10 €, remind-before: [], notice-to-cancel: 2 days }
                                """)
                        .read()
                        .business()
                        .appointments()
                        .professionals();

        OpeningHours ana = people.getFirst().schedule();
        assertEquals(
                List.of(span("09:00", "11:00"), span("11:15", "13:30"), span("16:00", "20:00")),
                ana.on(DayOfWeek.MONDAY));
        assertEquals(
                List.of(span("09:00", "11:00"), span("11:15", "13:30")), ana.on(DayOfWeek.TUESDAY));
        Professional eva = people.getLast();
        assertEquals(
                List.of(span("09:00", "13:00"), span("17:00", "20:00")),
                eva.schedule().on(DayOfWeek.MONDAY));
        assertEquals(
                List.of(
                        new Absence(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31)),
                        new Absence(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 5))),
                eva.away());
    }
}
