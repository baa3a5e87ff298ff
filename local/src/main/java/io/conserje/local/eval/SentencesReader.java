package io.conserje.local.eval;

import io.conserje.engine.Intents;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code eval/sentences/}. */
final class SentencesReader {
    private static final List<String> COLUMNS =
            List.of("id", "region", "asked", "intents", "project", "sentence");

    private static final Set<String> REGIONS = Set.of("es", "mx", "ar", "us", "uk");

    /** The desk's own, and the topics of the demo projects. */
    private static final Set<String> KNOWN =
            Stream.concat(
                            Intents.ALL.stream(),
                            Stream.of(
                                    "hours",
                                    "address",
                                    "prices",
                                    "parking",
                                    "levels",
                                    SentenceCase.NONE))
                    .collect(Collectors.toUnmodifiableSet());

    private SentencesReader() {}

    static List<SentenceCase> read(Path file, Language language, Part part, Faults faults) {
        return new Rows(file, COLUMNS).read(faults, row -> sentence(row, language, part));
    }

    private static SentenceCase sentence(Rows.Row row, Language language, Part part) {
        return new SentenceCase(
                row.of("id"),
                language,
                part,
                known(row.of("region"), REGIONS),
                row.told("asked").map(Words::asked).orElse(Asked.NOTHING),
                List.of(row.of("intents").split("\\|")).stream()
                        .map(intent -> known(intent, KNOWN))
                        .toList(),
                Words.project(row.of("project")),
                row.of("sentence"));
    }

    private static String known(String word, Set<String> words) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException("'" + word + "' is none of " + words);
        }
        return word;
    }
}
