package io.conserje.local.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.Topic;
import io.conserje.model.AccountRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's file, as a business writes it. */
class ProjectFileTest {
    private static final Path DEMO =
            Path.of(System.getProperty("conserje.root"), "projects", "demo.yaml");

    /** What is wrong with such a file, without the line that names it. */
    private static List<String> faults(Path folder, String text) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, text);
        InvalidProject fault = assertThrows(InvalidProject.class, () -> ProjectFile.read(file));
        return String.valueOf(fault.getMessage()).lines().skip(1).map(String::strip).toList();
    }

    @Test
    void the_demo_clinic_says_what_its_file_says() {
        Project demo = ProjectFile.read(DEMO);

        assertEquals("Clínica Los Robles", demo.business().name().es());
        assertEquals(Locale.of("es", "ES"), demo.business().locale());
        assertEquals(
                List.of("hours", "address", "prices", "parking"),
                demo.business().topics().stream().map(Topic::id).toList());
        assertEquals(
                List.of(new Span(LocalTime.of(10, 0), LocalTime.of(14, 0))),
                demo.business().hours().on(DayOfWeek.SATURDAY));
        assertEquals(List.of(), demo.business().hours().on(DayOfWeek.SUNDAY));
        assertEquals(new AccountRef("whatsapp", "demo"), demo.accounts().getFirst().ref());
    }

    @Test
    void every_fault_is_told_at_once_with_its_line_and_how_to_mend_it(@TempDir Path folder)
            throws IOException {
        String text =
                """
                project: My Clinic
                name: { es: Clínica }
                language: fr
                locale: fr-FR
                time-zone: America/Panam
                hours: { monday: ["18:00-08:00"], lunes: ["08:00-12:00"], friday: ["8-12"] }
                topics:
                  - { id: hours, title: { es: Horario, en: Hours }, answer: { es: x, en: y }, word: [a] }
                  - { id: hours, title: { es: Horas, en: Hours }, answer: { es: x, en: y } }
                  - { id: book, title: { es: Reservar, en: Book }, answer: { es: x, en: y } }
                language: es
                accounts:
                  - { channel: whatsapp }
                  - { channel: telegram, account: one }
                  - { channel: telegram, account: one }
                """;

        assertEquals(
                List.of(
                        "line 1, project: project is 'My Clinic': use 1 to 40 lower-case letters,"
                                + " digits and hyphens, beginning with a letter or digit",
                        "line 2, name.en: expected a text",
                        "line 3, language: 'fr' is not spoken here: write es or en",
                        "line 4, locale: 'fr-FR' is neither Spanish nor English of a country:"
                                + " write it like es-ES",
                        "line 5, time-zone: 'America/Panam' is no time zone: write one like"
                                + " America/Panama",
                        "line 6, hours.monday[0]: opening hours 18:00-08:00: closing must come"
                                + " after opening, on the same day",
                        "line 6, hours.lunes: 'lunes' is no day: write monday to sunday",
                        "line 6, hours.friday[0]: '8' is no time: write it like 08:00",
                        "line 8, topics[0].word: no such field; there are answer, file, id, place,"
                                + " title, words",
                        "line 9, topics[1].id: 'hours' stands twice; it is on line 8, topics[0].id"
                                + " already",
                        "line 10, topics[2].id: 'book' is what the desk calls an option of its"
                                + " own: take another id",
                        "line 11, language: stands twice; it is on line 3 already",
                        "line 13, accounts[0].account: expected a text",
                        "line 15, accounts[2]: telegram/one stands twice"),
                faults(folder, text));
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line(@TempDir Path folder) throws IOException {
        assertEquals(
                List.of("line 2, the file: here it is no YAML: expected ',' or ']', but got :"),
                faults(folder, "project: [demo\nname: x"));
        assertEquals(List.of("line 1, the file: it is empty"), faults(folder, "# nothing yet"));
        assertEquals(
                "line 1, the file: expected fields with names",
                faults(folder, "- project: demo").getFirst());
    }
}
