package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sentence that it is held to is new to it. */
class NothingIsLearnedByHeartTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root", "."));
    private static final Path TRAINING =
            ROOT.resolve("layers/application/src/main/training/intents.tsv");

    private final Sets sets = Sets.read(ROOT.resolve("eval"));

    private List<String> sentences(Part part) {
        return sets.sentences().stream()
                .filter(one -> one.part() == part)
                .map(one -> Phrases.bare(one.text()))
                .toList();
    }

    private List<String> times(Part part) {
        return sets.times().stream()
                .filter(one -> one.part() == part)
                .map(one -> Phrases.bare(one.text()))
                .toList();
    }

    private static Set<String> both(List<String> some, List<String> others) {
        Set<String> shared = new TreeSet<>(some);
        shared.retainAll(Set.copyOf(others));
        return shared;
    }

    @Test
    void no_test_sentence_was_trained_with() throws IOException {
        List<String> trained;
        try (Stream<String> lines = Files.lines(TRAINING)) {
            trained =
                    lines.filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .filter(columns -> columns.length >= 3)
                            .map(columns -> Phrases.bare(columns[2]))
                            .collect(Collectors.toList());
        }

        assertTrue(trained.size() > 300, () -> "only " + trained.size() + " were looked at");
        assertEquals(Set.of(), both(sentences(Part.TEST), trained));
    }

    @Test
    void no_test_sentence_was_worked_with() {
        assertEquals(Set.of(), both(sentences(Part.TEST), sentences(Part.DEV)));
        assertEquals(Set.of(), both(times(Part.TEST), times(Part.DEV)));
    }

    @Test
    void nothing_is_counted_twice() {
        for (Part part : Part.values()) {
            assertEquals(sentences(part).size(), Set.copyOf(sentences(part)).size(), "" + part);
        }
    }
}
