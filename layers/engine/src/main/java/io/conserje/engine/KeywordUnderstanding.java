package io.conserje.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks words up: those of the lexicon, the titles of the business's topics and the words a topic
 * adds.
 */
final class KeywordUnderstanding implements Understanding {
    private final Map<String, List<String>> words = new HashMap<>();

    KeywordUnderstanding(Lexicon lexicon, Business business) {
        for (String intent : Intents.OF_THE_DESK) {
            words.put(intent, lexicon.words(intent));
        }
        for (Topic topic : business.topics()) {
            Set<String> own = new LinkedHashSet<>(lexicon.words(topic.id()));
            own.add(Plain.of(topic.title().es()).text().strip());
            own.add(Plain.of(topic.title().en()).text().strip());
            topic.words().forEach(word -> own.add(Plain.of(word).text().strip()));
            own.remove("");
            words.put(topic.id(), List.copyOf(own));
        }
    }

    @Override
    public List<String> read(String text) {
        Plain plain = Plain.of(text);
        record Found(String intent, int at) {}
        List<Found> found = new ArrayList<>();
        words.forEach((intent, phrases) -> {
            int at = plain.firstOf(phrases);
            if (at >= 0) {
                found.add(new Found(intent, at));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at).thenComparing(Found::intent))
                .map(Found::intent)
                .toList();
    }
}
