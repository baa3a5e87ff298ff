package io.conserje.local.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with what a business has to book: each thing at its line, counted from here. */
class AppointmentsAtFaultTest {
    @TempDir private Path folder;

    private List<String> faults(String more) throws IOException {
        return Profile.in(folder, more).faults();
    }

    @Test
    void services() throws IOException {
        assertEquals(
                List.of(
                        "2, services[0].id: 'Big Visit' is no id: use 1 to 40 lower-case letters,"
                                + " digits and hyphens, beginning with a letter or a digit",
                        "2, services[0].length: '30' is no length of time: write it like 30 min or"
                                + " 1 h 30 min",
                        "3, services[1].id: 'prices' stands twice; it is on line 7, topics[0].id"
                                + " already",
                        "3, services[1].name.en: expected a text",
                        "4, services[2].buffer: '3 days' is not between 0 min and 12 h",
                        "4, services[2].step: '1 min' is not between 5 min and 12 h",
                        "4, services[2].capacity: '0' is no number between 1 and 500",
                        "5, services[3]: nobody does it: name 'rest' among a professional's"
                                + " services"),
                faults(
                        """
                        services:
                          - { id: Big Visit, name: { es: a, en: b }, length: 30 }
                          - { id: prices, name: { es: a }, length: 30 min }
                          - { id: visit, name: { es: a, en: b }, length: 1 h, buffer: 3 days, step: 1 min, capacity: 0 }
                          - { id: rest, name: { es: a, en: b }, length: 1 h }
                        professionals:
                          - { id: ana, name: Ana, services: [visit, prices] }
                        """));
    }

    @Test
    void professionals() throws IOException {
        assertEquals(
                List.of(
                        "3, professionals[0].services[1]: there is no service 'massage'; there are"
                                + " visit",
                        "3, professionals[0].languages[0]: 'fr' is not spoken here: write es or en",
                        "5, professionals[1].services: expected a list: what they can be booked"
                                + " for",
                        "6, professionals[1].id: 'ana' stands twice; it is on line 13,"
                                + " professionals[0].id already",
                        "8, professionals[1].schedule.tuesday: 10:00-15:00 is outside of the"
                                + " business's hours, which are 09:00-14:00",
                        "9, professionals[1].schedule.sunday: 10:00-12:00 is on a day when the"
                                + " business is closed",
                        "10, professionals[2].schedule: is never there: give hours on a day at"
                                + " least",
                        "11, professionals[3].schedule: 'always' is no schedule: write hours by"
                                + " day, or: as the business",
                        "11, professionals[3].away[0]: an absence ends 2026-01-01 before it begins"
                                + " 2026-01-02"),
                faults(
                        """
                        services: [{ id: visit, name: { es: a, en: b }, length: 1 h }]
                        professionals:
                          - { id: ana, name: Ana, services: [visit, massage], languages: [fr],
                              schedule: { monday: ["09:00-14:00"] } }
                          - name: Eva
                            id: ana
                            schedule:
                              tuesday: ["10:00-15:00"]
                              sunday: ["10:00-12:00"]
                          - { id: leo, name: Leo, services: [visit], schedule: {} }
                          - { id: max, name: Max, services: [visit], schedule: always, away: [2026-01-02..2026-01-01] }
                        """));
    }

    @Test
    void a_service_longer_than_anybody_works_at_a_stretch() throws IOException {
        assertEquals(
                List.of(
                        "1, services[0].length: 5 h 30 min is longer than anybody who does it works"
                                + " without a break"),
                faults(
                        """
                        services: [{ id: visit, name: { es: a, en: b }, length: 5 h 30 min }]
                        professionals: [{ id: ana, name: Ana, services: [visit] }]
                        """));
    }

    @Test
    void holidays() throws IOException {
        assertEquals(
                List.of(
                        "2, holidays[0].date: '02-30' is no date that there is: write it like"
                                + " 2026-04-03, or 12-25 for every year",
                        "3, holidays[1].date: '2025-02-29' is no date that there is: write it like"
                                + " 2026-04-03, or 12-25 for every year",
                        "5, holidays[3].name: expected fields with names",
                        "5, holidays[3].date: stands twice"),
                faults(
                                """
                                holidays:
                                  - { date: 02-30, name: { es: a, en: b } }
                                  - { date: 2025-02-29, name: { es: a, en: b } }
                                  - { date: 12-25, name: { es: a, en: b } }
                                  - { date: 12-25, name: Navidad }
                                """)
                        .stream()
                        .filter(fault -> !fault.contains("name.e"))
                        .toList());
    }

    @Test
    void policies() throws IOException {
        assertEquals(
                List.of(
                        "3, policies.days-ahead: '366' is no number between 1 and 365",
                        "4, policies.open-bookings: 'many' is no number between 1 and 100",
                        "5, policies.hold-for: '0 min' is not between 1 min and 24 h",
                        "6, policies.offer-for: '2 days' is not between 1 min and 24 h",
                        "7, policies.remind-before[1]: '31 days' is not between 1 min and 30 days",
                        "8, policies.deposit: expected a text",
                        "9, policies.reminder-templates.es: no account has a template 'cita' whose"
                                + " language is es"),
                faults(
                        """
                        policies:
                          notice-to-book: 24 h
                          days-ahead: 366
                          open-bookings: many
                          hold-for: 0 min
                          offer-for: 2 days
                          remind-before: [1 h, 31 days]
                          deposit:
                          reminder-templates: { es: cita }
                        """));
    }

    @Test
    void a_notice_that_is_longer_than_the_days_ahead() throws IOException {
        assertEquals(
                List.of("1, policies.notice-to-book: nothing could be booked: days-ahead is 1"),
                faults("policies: { notice-to-book: 24 h, days-ahead: 1 }"));
    }

    @Test
    void two_projects_with_the_same_name_or_account() throws IOException {
        Profile small = Profile.in(folder, "");
        Files.copy(small.file(), folder.resolve("twin.yaml"));

        InvalidProject fault = assertThrows(InvalidProject.class, () -> Projects.read(folder));

        String told = String.valueOf(fault.getMessage());
        assertEquals(
                List.of(
                        "  line 1, project: project small is that of small.yaml, too",
                        "  line 9, accounts[0]: account whatsapp/small is that of small.yaml, too"),
                told.lines().skip(1).toList());
        assertTrue(told.lines().findFirst().orElseThrow().contains("twin.yaml"), told);
    }
}
