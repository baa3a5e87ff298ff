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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's file, as a business writes it. */
class ProjectFileTest {
    private static final Path DEMO =
            Path.of(System.getProperty("conserje.root"), "projects", "demo.yaml");

    @Test
    void the_demo_clinic_says_what_its_file_says() {
        Project demo = ProjectFile.read(DEMO);

        assertEquals("Clínica Los Robles", demo.business().name().es());
        assertEquals(
                List.of("hours", "address", "prices", "parking"),
                demo.business().topics().stream().map(Topic::id).toList());
        assertEquals(
                List.of(new Span(LocalTime.of(9, 0), LocalTime.of(13, 0))),
                demo.business().hours().on(DayOfWeek.SATURDAY));
        assertEquals(List.of(), demo.business().hours().on(DayOfWeek.SUNDAY));
        assertEquals(new AccountRef("whatsapp", "demo"), demo.accounts().getFirst().ref());
    }

    @Test
    void every_fault_is_told_at_once_with_its_place_and_how_to_mend_it(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(
                file,
                """
                project: My Clinic
                name: { es: Clínica }
                language: fr
                time-zone: America/Panam
                hours: { monday: ["18:00-08:00"], lunes: ["08:00-12:00"], friday: ["8-12"] }
                topics:
                  - { id: hours, title: { es: Horario, en: Hours }, answer: { es: x, en: y }, word: [a] }
                accounts:
                  - { channel: whatsapp }
                """);

        InvalidProject fault = assertThrows(InvalidProject.class, () -> ProjectFile.read(file));

        String told = String.valueOf(fault.getMessage());
        for (String line :
                List.of(
                        "project: project is 'My Clinic': use 1 to 40 lower-case letters",
                        "name.en: expected a text",
                        "language: 'fr' is not spoken here: write es or en",
                        "time-zone: 'America/Panam' is no time zone: write one like America/Panama",
                        "hours.lunes: 'lunes' is no day: write monday to sunday",
                        "hours.monday: opening hours 18:00-08:00: closing must come after opening",
                        "hours.friday: '8' is no time: write it like 08:00",
                        "topics[0].word: no such field; there are answer, file, id, place, title, words",
                        "accounts[0].account: expected a text")) {
            assertEquals(
                    1,
                    told.split(Pattern.quote("\n  " + line), -1).length - 1,
                    () -> line + " in " + told);
        }
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.yaml");
        Files.writeString(file, "project: [demo\nname: x");

        InvalidProject fault = assertThrows(InvalidProject.class, () -> ProjectFile.read(file));

        assertEquals(
                true, String.valueOf(fault.getMessage()).contains("line 2"), fault::getMessage);
    }
}
