package io.conserje.local.eval;

import io.conserje.local.eval.Verdict.Kind;
import io.conserje.model.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * How many cases of a kind, a language and a part are right.
 *
 * @param turns the mean of those that are right
 */
public record Score(Kind kind, Language language, Part part, int cases, int right, double turns) {

    /** One for each kind, language and part that has a case. */
    public static List<Score> of(List<Verdict> verdicts) {
        List<Score> scores = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Language language : Language.values()) {
                for (Part part : Part.values()) {
                    of(kind, language, part, verdicts, scores);
                }
            }
        }
        return scores;
    }

    private static void of(
            Kind kind, Language language, Part part, List<Verdict> all, List<Score> scores) {
        List<Verdict> these =
                all.stream()
                        .filter(one ->
                                one.kind() == kind
                                        && one.language() == language
                                        && one.part() == part)
                        .toList();
        List<Verdict> right = these.stream().filter(Verdict::right).toList();
        if (!these.isEmpty()) {
            double turns = right.stream().mapToInt(Verdict::turns).average().orElse(0);
            scores.add(new Score(kind, language, part, these.size(), right.size(), turns));
        }
    }

    public double percent() {
        return 100.0 * right / cases;
    }
}
