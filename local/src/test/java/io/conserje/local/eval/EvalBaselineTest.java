package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.eval.Verdict.Kind;
import io.conserje.model.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The front desk is at least as good as it was: what {@code ./conserje eval} holds it to. */
class EvalBaselineTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root", "."));
    private static final Path FOLDER = ROOT.resolve("eval");

    private final Sets sets = Sets.read(FOLDER);

    @Test
    void nothing_falls_below_the_baseline() {
        List<Score> scores = Score.of(evaluated());

        assertEquals(
                List.of(),
                Baseline.read(FOLDER.resolve("baseline.properties")).missed(scores),
                scores::toString);
    }

    private List<Verdict> evaluated() {
        try (Deciders deciders = new Deciders(ROOT)) {
            return new Evaluation(deciders).of(sets.of(Part.TEST::equals));
        }
    }

    /** A share of few cases says little. */
    @Test
    void the_sets_are_large_enough_in_each_language_and_part() {
        Map<Kind, Integer> least = Map.of(Kind.INTENTS, 110, Kind.TIMES, 50, Kind.DIALOGUES, 16);
        for (Language language : Language.values()) {
            for (Part part : Part.values()) {
                least.forEach((kind, most) -> {
                    long cases = cases(kind, language, part);
                    assertTrue(
                            cases >= most, () -> kind + " " + language + " " + part + ": " + cases);
                });
            }
        }
    }

    private long cases(Kind kind, Language language, Part part) {
        return switch (kind) {
            case INTENTS ->
                    sets.sentences().stream()
                            .filter(one -> one.language() == language && one.part() == part)
                            .count();
            case TIMES ->
                    sets.times().stream()
                            .filter(one -> one.language() == language && one.part() == part)
                            .count();
            case DIALOGUES ->
                    sets.dialogues().stream()
                            .filter(one -> one.language() == language && one.part() == part)
                            .count();
        };
    }
}
