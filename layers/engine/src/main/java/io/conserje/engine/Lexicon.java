package io.conserje.engine;

import io.conserje.model.Language;
import java.util.List;
import java.util.Map;

/**
 * The words that tell what a customer wants, and in which language.
 *
 * @param intents words and phrases by intent, whichever language they are in, already plain (see
 *     {@link Plain})
 * @param markers words that tell the language, by language, already plain
 */
public record Lexicon(Map<String, List<String>> intents, Map<Language, List<String>> markers) {
    public Lexicon {
        intents = Map.copyOf(intents);
        markers = Map.copyOf(markers);
    }

    List<String> words(String intent) {
        return intents.getOrDefault(intent, List.of());
    }
}
