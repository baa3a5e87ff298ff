package io.conserje.engine.understanding;

import io.conserje.engine.Business;
import io.conserje.engine.Intents;
import io.conserje.engine.Lexicon;
import io.conserje.engine.Topic;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a text asks for: what cues make certain, then what the classifier makes likely. */
final class Wants {
    private static final double CERTAIN = 0.9;
    private static final double LIKELY = 0.45;
    private static final double LIKELY_IN_A_FORM = 0.7;
    private static final double ALSO = 0.3;

    private final Cues cues;
    private final Answers answers;
    private final Likelihoods likelihoods;
    private final Phrases<Boolean> cannotCome = new Phrases<>();
    private final Set<String> offered = new HashSet<>();

    Wants(Lexicon lexicon, IntentModel model, Business business, Cues cues) {
        this.cues = cues;
        this.answers = new Answers(lexicon);
        this.likelihoods = new Likelihoods(model, lexicon);
        cannotCome.addAll(lexicon.cues("cannot-come"), true);
        model.labels().stream().filter(IntentSet::ofTheDesk).forEach(offered::add);
        business.topics().stream().map(Topic::id).forEach(offered::add);
    }

    List<String> read(Utterance said, Values.Found found, boolean otherwise, Asked asked) {
        List<String> core = cues.withoutCourtesy(said.texts());
        Set<String> sure = new LinkedHashSet<>(cues.exact(said.texts()));
        answers.read(said, core, otherwise, asked).ifPresent(sure::add);
        boolean settled = !sure.isEmpty() && said.size() <= 4 && !found.any();
        sure.addAll(cues.sure(said));
        if (!said.isQuestion() && cannotCome.isIn(said.texts()) && !sure.contains(Intents.CANCEL)) {
            sure.add(Intents.CHANGE);
        }
        Map<String, Double> scores = settled ? new HashMap<>() : likely(said, found, asked);
        double place = 0;
        for (String intent : sure) {
            scores.merge(intent, CERTAIN - place, Math::max);
            place += 0.001;
        }
        Set<String> never = cues.never(said);
        scores.keySet().removeIf(intent -> never.contains(intent) || !isOffered(intent, sure));
        return ordered(oneOfAKind(scores, sure));
    }

    /** A cue may stand for an intent that the classifier was not taught. */
    private boolean isOffered(String intent, Set<String> sure) {
        return offered.contains(intent) || (IntentSet.ofTheDesk(intent) && sure.contains(intent));
    }

    private Map<String, Double> likely(Utterance said, Values.Found found, Asked asked) {
        Map<String, Double> likely = likelihoods.of(said);
        boolean inForm = asked != Asked.NOTHING;
        double enough = inForm ? LIKELY_IN_A_FORM : LIKELY;
        Map<String, Double> scores = new HashMap<>();
        double best = likely.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean other = likely.getOrDefault(IntentModel.OTHER, 0.0) >= best;
        likely.forEach((intent, score) -> {
            boolean answer = intent.equals(Intents.YES) || intent.equals(Intents.NO);
            if (score >= (best >= enough && !other ? ALSO : enough) && !answer) {
                scores.put(intent, score);
            }
        });
        scores.remove(IntentModel.OTHER);
        if (scores.isEmpty() && !found.services().isEmpty() && !inForm) {
            scores.put(Intents.BOOK, LIKELY);
        }
        if (inForm && found.any() && isBare(said)) {
            scores.clear();
        }
        return scores;
    }

    /** Nothing but values and small words, as an answer is: "el viernes a las 5". */
    private static boolean isBare(Utterance said) {
        return said.terms().stream().noneMatch(term -> !term.startsWith("<") && term.length() > 3);
    }

    private static Map<String, Double> oneOfAKind(Map<String, Double> scores, Set<String> sure) {
        String best =
                IntentSet.DONE_TO_ONE.stream()
                        .filter(scores::containsKey)
                        .max(
                                Comparator.comparing((String it) -> scores.getOrDefault(it, 0.0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .orElse("");
        scores.keySet()
                .removeIf(it ->
                        IntentSet.DONE_TO_ONE.contains(it)
                                && !it.equals(best)
                                && !sure.contains(it));
        return scores;
    }

    private static List<String> ordered(Map<String, Double> scores) {
        List<String> all =
                scores.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(ArrayList::new));
        for (String social : IntentSet.SOCIAL) {
            if (all.remove(social)) {
                all.add(social);
            }
        }
        return all;
    }
}
