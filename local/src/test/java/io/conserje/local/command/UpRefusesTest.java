package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.chaos.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up}, where a project's file has faults. */
class UpRefusesTest {
    @TempDir private Path root;

    @BeforeEach
    void writeABadProject() throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("projects")).resolve("bad.yaml"),
                """
                project: bad
                name: { es: Mala, en: Bad }
                language: de
                locale: de-DE
                time-zone: Europe/Madrd
                hours: { monday: ["09:00-14:00"] }
                language: es
                services:
                  - { id: cut, name: { es: Corte, en: Cut }, length: soon }
                  - { id: cut, name: { es: Corte, en: Cut }, length: 30 min, capacity: none }
                  - { id: dye, name: { es: Tinte, en: Dye }, length: 20 h, colour: red }
                professionals:
                  - { id: ana, name: Ana, services: [cut, shave], schedule: { sunday: ["09:00-10:00"] } }
                holidays:
                  - { date: 02-30, name: { es: Nunca, en: Never } }
                policies:
                  hold-for: 2 days
                  remind-before: [40 days]
                  reminder-templates: { en: reminder }
                """);
    }

    private record Ended(int code, List<String> lines) {}

    private Ended up(String... more) throws IOException, InterruptedException {
        List<String> arguments =
                Stream.concat(Stream.of("up", "--port", "0"), Stream.of(more)).toList();
        Process process = Program.of(root, arguments).start();
        List<String> lines = process.inputReader().readAllLines();
        return new Ended(process.waitFor(), lines);
    }

    private static void requireAllFaults(Ended ended) {
        String told = String.join("\n", ended.lines());
        assertEquals(1, ended.code(), told);
        for (String place :
                List.of(
                        "line 3, language: 'de'",
                        "line 4, locale: 'de-DE'",
                        "line 5, time-zone: 'Europe/Madrd'",
                        "line 7, language: stands twice",
                        "line 9, services[0].length: 'soon'",
                        "line 10, services[1].id: 'cut' stands twice",
                        "line 10, services[1].capacity: 'none'",
                        "line 11, services[2].colour: no such field",
                        "line 11, services[2].length: '20 h'",
                        "line 11, services[2]: nobody does it",
                        "line 13, professionals[0].services[1]: there is no service 'shave'",
                        "line 13, professionals[0].schedule.sunday: 09:00-10:00 is on a day",
                        "line 15, holidays[0].date: '02-30'",
                        "line 17, policies.hold-for: '2 days'",
                        "line 18, policies.remind-before[0]: '40 days'",
                        "line 19, policies.reminder-templates.en: no account")) {
            assertTrue(told.contains("\n  " + place), () -> place + " in " + told);
        }
        assertFalse(told.contains("\tat "), told);
    }

    @Test
    void tells_every_fault_and_ends() throws IOException, InterruptedException {
        requireAllFaults(up());
    }

    @Test
    void tells_them_too_when_it_would_have_gone_to_the_background()
            throws IOException, InterruptedException {
        requireAllFaults(up("--detach"));
    }
}
