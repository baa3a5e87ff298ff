package io.conserje.engine.understanding;

import io.conserje.engine.Intents;
import io.conserje.engine.Lexicon;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the classifier about a text, and about each part of it that could be a text. */
final class Likelihoods {
    private static final double PART = 0.75;
    private static final int PARTS = 6;

    /** A text that is hardly anything but an answer wishes for nothing. */
    private static final double LEAST_LEFT = 0.4;

    /** Whoever tells of something else is not asked about each word of it. */
    private static final double SURELY_OTHER = 0.9;

    private final IntentModel model;
    private final Set<String> known;
    private final Set<String> and;

    Likelihoods(IntentModel model, Lexicon lexicon) {
        this.model = model;
        this.known = model.words();
        this.and = new HashSet<>(lexicon.cues("and"));
    }

    /** When no yes and no no was asked for, none is waited for: what is left makes one. */
    Map<String, Double> ofWish(Utterance said) {
        Map<String, Double> likely = of(said);
        double answers = score(likely, Intents.YES) + score(likely, Intents.NO);
        likely.keySet().removeAll(Set.of(Intents.YES, Intents.NO));
        double left = Math.max(1 - answers, LEAST_LEFT);
        likely.replaceAll((label, score) -> Math.min(1, score / left));
        return likely;
    }

    private static double score(Map<String, Double> likely, String label) {
        return Math.min(1, likely.getOrDefault(label, 0.0));
    }

    Map<String, Double> of(Utterance said) {
        List<String> terms = said.terms();
        if (terms.stream().noneMatch(term -> term.startsWith("<") || known.contains(term))) {
            return new HashMap<>();
        }
        Map<String, Double> likely =
                new HashMap<>(model.scores(IntentFeatures.of(terms, said.isQuestion())));
        if (likely.getOrDefault(IntentModel.OTHER, 0.0) >= SURELY_OTHER) {
            return likely;
        }
        int start = 0;
        int parts = 0;
        for (int at = 1; at <= said.size() && parts < PARTS; at++) {
            boolean ends =
                    at == said.size() || said.word(at).opens() || and.contains(said.text(at));
            if (ends && (start > 0 || at < said.size())) {
                if (at - start > 1) {
                    addPart(said, start, at, likely);
                    parts++;
                }
                start = at;
            }
        }
        return likely;
    }

    private void addPart(Utterance said, int from, int to, Map<String, Double> likely) {
        List<String> features = IntentFeatures.of(said.terms(from, to), false);
        model.scores(features)
                .forEach((label, score) -> {
                    if (score >= PART && !label.equals(IntentModel.OTHER)) {
                        likely.merge(label, score * PART, Math::max);
                    }
                });
    }
}
