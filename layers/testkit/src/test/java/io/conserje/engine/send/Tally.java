package io.conserje.engine.send;

import io.conserje.application.Words;
import io.conserje.engine.PhraseBook;
import io.conserje.model.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What many histories came to.
 *
 * @param counts how often each rule decided, each reason was given and each decision taken
 * @param failure the history with the smallest seed that is wrong, step by step
 */
record Tally(Map<String, Long> counts, Optional<String> failure) {
    private static final PhraseBook REASONS = Words.load().reasons();
    private static final Pattern UNFILLED = Pattern.compile("[{}]");

    /** Often enough to notice if one and the same seed could give two histories. */
    private static final int TWICE = 16;

    static Tally none() {
        return new Tally(Map.of(), Optional.empty());
    }

    /** Plays the histories of these seeds, up to the first that is wrong. */
    static Tally of(long from, long to) {
        Map<String, Long> counts = new HashMap<>();
        for (long seed = from; seed < to; seed++) {
            History history = new History(seed);
            try {
                history.live();
                Oracle.judge(history.world(), history.steps());
                history.steps().forEach(step -> count(step, counts));
                if (seed % TWICE == 0) {
                    repeat(seed, history);
                }
            } catch (AssertionError | RuntimeException e) {
                return new Tally(counts, Optional.of(tell(seed, e, history.steps())));
            }
        }
        return new Tally(counts, Optional.empty());
    }

    private static void repeat(long seed, History history) {
        History again = new History(seed);
        again.live();
        if (!again.world().equals(history.world()) || !again.steps().equals(history.steps())) {
            throw new AssertionError("the same seed gave another history");
        }
    }

    private static void count(Step step, Map<String, Long> counts) {
        if (step instanceof Step.Decided decided) {
            Decision decision = decided.decision();
            check(decision.reason());
            counts.merge(decision.rule(), 1L, Long::sum);
            counts.merge(decision.reason().key(), 1L, Long::sum);
            counts.merge(decision.getClass().getSimpleName(), 1L, Long::sum);
        }
    }

    /** What an operator reads is whole, in both languages. */
    private static void check(Reason reason) {
        String spanish = REASONS.say(Language.ES, reason.key(), reason.names());
        String english = REASONS.say(Language.EN, reason.key(), reason.names());
        if (spanish.isBlank()
                || english.isBlank()
                || spanish.equals(english)
                || UNFILLED.matcher(spanish + english).find()) {
            throw new AssertionError("no words: '" + spanish + "', '" + english + "'");
        }
    }

    private static String tell(long seed, Throwable e, List<Step> steps) {
        return Stream.concat(
                        Stream.of("seed " + seed + ": " + e.getMessage()),
                        steps.stream().map(Step::toString))
                .collect(Collectors.joining("\n"));
    }

    Tally and(Tally other) {
        Map<String, Long> both = new HashMap<>(counts);
        other.counts.forEach((name, count) -> both.merge(name, count, Long::sum));
        return new Tally(both, failure.or(other::failure));
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
