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
 * @param cues further words by what they show, already plain: {@code exact.yes} says yes when it is
 *     all that is said, {@code spelling.por-favor} is how "por favor" is written in haste
 */
public record Lexicon(
        Map<String, List<String>> intents,
        Map<Language, List<String>> markers,
        Map<String, List<String>> cues) {
    public Lexicon {
        intents = Map.copyOf(intents);
        markers = Map.copyOf(markers);
        cues = Map.copyOf(cues);
    }

    public Lexicon(Map<String, List<String>> intents, Map<Language, List<String>> markers) {
        this(intents, markers, Map.of());
    }

    public List<String> words(String intent) {
        return intents.getOrDefault(intent, List.of());
    }

    public List<String> cues(String name) {
        return cues.getOrDefault(name, List.of());
    }
}
