package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a case wrongly hears all of it at once, with the line. */
class FaultsTest {
    @TempDir private Path folder;

    private final Faults faults = new Faults();

    private String told() {
        return String.valueOf(assertThrows(InvalidSets.class, faults::orElseThrow).getMessage());
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    @Test
    void of_sentences() throws IOException {
        Path file =
                file(
                        "es-dev.tsv",
                        "id\tregion\tasked\tintents\tproject\tsentence",
                        "# a remark",
                        "a\tes\t-\tbook\tdemo\tquiero una cita",
                        "b\tfr\t-\tbook\tdemo\tquiero otra",
                        "c\tes\t-\tbuy\tdemo\tquiero comprar",
                        "a\tes\t-\tbook\tdemo\tquiero una más",
                        "d\tes\t-\tbook");

        assertEquals(1, SentencesReader.read(file, Language.ES, Part.DEV, faults).size());
        for (String fault :
                new String[] {":4: 'fr'", ":5: 'buy'", ":6: a is the id of line 3", ":7: 4 col"}) {
            assertTrue(told().contains(fault), this::told);
        }
    }

    @Test
    void of_times() throws IOException {
        String now = "2026-11-24T10:00+01:00[Europe/Madrid]\tday-first\t-\tmañana\t";
        Path file =
                file(
                        "es-dev.tsv",
                        "id\tnow\torder\tasked\tsentence\tdays\tclock\tdoubt\trole",
                        "a\t" + now.replace("\t-\t", "\tnothing\t") + "2026-11-25\t-\t-\t-",
                        "b\t" + now.replace("\t-\t", "\tnothing\t") + "2026-13-25\t-\t-\t-",
                        "c\t" + now.replace("\t-\t", "\tday\t") + "-\t25:00\t-\t-");

        assertEquals(1, TimesReader.read(file, Language.ES, Part.DEV, faults).size());
        assertTrue(told().contains(":3: '2026-13-25' are no days"), this::told);
        assertTrue(told().contains(":4: '25:00' is not written like"), this::told);
    }

    @Test
    void of_a_dialogue() {
        String text =
                """
                id: one
                part: prod
                project: demo
                now: tomorrow
                lines: [{shout: hola}]
                """;

        assertTrue(DialogueReader.read(text, Path.of("one.yaml"), Language.ES, faults).isEmpty());
        for (String fault :
                new String[] {
                    "one.yaml:2: 'prod' is neither dev nor test",
                    "one.yaml:4: Text 'tomorrow'",
                    "one.yaml:5: 'shout' is none of",
                    "'bookings' is missing"
                }) {
            assertTrue(told().contains(fault), this::told);
        }
    }
}
