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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a text asks for: what cues make certain, then what the classifier makes likely. */
final class Wants {
    private static final double CERTAIN = 0.9;
    private static final double LIKELY = 0.32;
    private static final double SURE_IF_BARE = 0.7;
    private static final double LIKELY_IN_A_FORM = 0.6;
    private static final double ALSO = 0.25;
    private static final double BESIDE_CERTAIN = 0.45;
    private static final double BESIDE_UNTAUGHT = 0.75;
    private static final double FREELY_NO = 0.7;
    private static final double FREELY_YES = 0.8;

    private final Cues cues;
    private final Answers answers;
    private final Likelihoods likelihoods;
    private final Phrases<Boolean> cannotCome = new Phrases<>();
    private final Set<String> offered = new HashSet<>();
    private final Set<String> taught;
    private final Set<String> small;
    private final Set<String> asking;

    Wants(Lexicon lexicon, IntentModel model, Business business, Cues cues) {
        this.cues = cues;
        this.answers = new Answers(lexicon);
        this.likelihoods = new Likelihoods(model, lexicon);
        cannotCome.addAll(lexicon.cues("cannot-come"), true);
        taught = Set.copyOf(model.labels());
        small = new HashSet<>(lexicon.cues("small"));
        asking = new HashSet<>(lexicon.cues("asking"));
        model.labels().stream().filter(IntentSet::ofTheDesk).forEach(offered::add);
        business.topics().stream().map(Topic::id).forEach(offered::add);
    }

    List<String> read(Utterance said, Values.Found found, boolean otherwise, Asked asked) {
        List<String> core = cues.withoutCourtesy(said.texts());
        Set<String> sure = new LinkedHashSet<>(cues.exact(said.texts()));
        answer(said, core, found, otherwise, asked).ifPresent(sure::add);
        boolean settled = !sure.isEmpty() && said.size() <= 4 && !found.any();
        sure.addAll(cues.sure(said));
        settled |= core.isEmpty() && !found.any();
        if (asked == Asked.NOTHING && sure.contains(Intents.THANKS)) {
            sure.remove(Intents.YES);
        }
        if (!said.isQuestion() && cannotCome.isIn(said.texts()) && !sure.contains(Intents.CANCEL)) {
            sure.add(Intents.CHANGE);
        }
        Map<String, Double> scores = settled ? new HashMap<>() : likely(said, found, asked);
        if (!sure.isEmpty()) {
            double enough = taught.containsAll(sure) ? BESIDE_CERTAIN : BESIDE_UNTAUGHT;
            scores.values().removeIf(score -> score < enough);
        }
        double place = 0;
        for (String intent : sure) {
            double certain = taught.contains(intent) ? CERTAIN : 1;
            scores.merge(intent, certain - place, Math::max);
            place += 0.001;
        }
        Set<String> never = cues.never(said);
        scores.keySet().removeIf(intent -> never.contains(intent) || !isOffered(intent, sure));
        return ordered(oneOfAKind(scores, sure));
    }

    /** In its own words an answer is told by the classifier; a yes has to be surer than a no. */
    private Optional<String> answer(
            Utterance said, List<String> core, Values.Found found, boolean otherwise, Asked asked) {
        Optional<String> told = answers.read(said, core, otherwise, asked);
        if (asked != Asked.CONFIRMATION || found.any() || answers.isWhole(core)) {
            return told;
        }
        Map<String, Double> likely = likelihoods.of(said);
        if (likely.getOrDefault(Intents.NO, 0.0) >= FREELY_NO) {
            return Optional.of(Intents.NO);
        }
        boolean yes =
                !said.isQuestion()
                        && !otherwise
                        && likely.getOrDefault(Intents.YES, 0.0) >= FREELY_YES;
        return told.isEmpty() && yes ? Optional.of(Intents.YES) : told;
    }

    /** A cue may stand for an intent that the classifier was not taught. */
    private boolean isOffered(String intent, Set<String> sure) {
        return offered.contains(intent) || (IntentSet.ofTheDesk(intent) && sure.contains(intent));
    }

    private Map<String, Double> likely(Utterance said, Values.Found found, Asked asked) {
        Map<String, Double> likely = likelihoods.ofWish(said);
        boolean inForm = asked != Asked.NOTHING;
        double enough = inForm ? LIKELY_IN_A_FORM : LIKELY;
        Map<String, Double> scores = new HashMap<>();
        double best = likely.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean other = likely.getOrDefault(IntentModel.OTHER, 0.0) >= best;
        likely.forEach((intent, score) -> {
            if (score >= (best >= enough && !other ? ALSO : enough)) {
                scores.put(intent, score);
            }
        });
        scores.remove(IntentModel.OTHER);
        boolean bare = found.any() && isBare(said);
        if (found.who().anyone() && !said.isQuestion() || bare) {
            scores.remove(Intents.PROFESSIONALS);
        }
        if (bare) {
            scores.entrySet()
                    .removeIf(score ->
                            inForm || !isDone(score.getKey()) || score.getValue() < SURE_IF_BARE);
        }
        if (scores.isEmpty() && !inForm && !other && namesWhat(found)) {
            scores.put(said.isQuestion() ? Intents.AVAILABILITY : Intents.BOOK, LIKELY);
        }
        return scores;
    }

    /** "¿y si voy a las 7 en vez de a las 5?" has hardly a word, and asks all the same. */
    private static boolean isDone(String intent) {
        return intent.equals(Intents.CHANGE) || intent.equals(Intents.CANCEL);
    }

    private static boolean namesWhat(Values.Found found) {
        return !found.services().isEmpty()
                || !found.who().professionals().isEmpty()
                || (!found.times().isEmpty() && found.party().isPresent());
    }

    /** Nothing but values and small words, as an answer is: "el viernes a las 5". */
    private boolean isBare(Utterance said) {
        return said.terms().stream()
                .noneMatch(term ->
                        asking.contains(term)
                                || (!term.startsWith("<")
                                        && term.length() > 3
                                        && !small.contains(term)));
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
