package io.conserje.engine;

import io.conserje.model.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything the front desk says, by key and language. A phrase may hold names in braces, to be
 * filled in.
 *
 * @param phrases both languages with the same keys
 */
public record PhraseBook(Map<Language, Map<String, String>> phrases) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    public PhraseBook {
        phrases = Map.copyOf(phrases);
        Set<String> spanish = keys(phrases, Language.ES);
        Set<String> english = keys(phrases, Language.EN);
        if (!spanish.equals(english)) {
            Set<String> lonely = new TreeSet<>(spanish);
            lonely.addAll(english);
            lonely.removeIf(key -> spanish.contains(key) && english.contains(key));
            throw new IllegalArgumentException("phrases stand in one language only: " + lonely);
        }
    }

    private static Set<String> keys(Map<Language, Map<String, String>> phrases, Language language) {
        return phrases.getOrDefault(language, Map.of()).keySet();
    }

    /**
     * @throws IllegalArgumentException when there is no such phrase, or a name that it wants is not
     *     given
     */
    public String say(Language language, String key, Map<String, String> names) {
        String phrase = phrases.getOrDefault(language, Map.of()).get(key);
        if (phrase == null) {
            throw new IllegalArgumentException(
                    "there is no phrase '" + key + "' in " + language.code());
        }
        return NAME.matcher(phrase)
                .replaceAll(match -> Matcher.quoteReplacement(fill(key, match.group(1), names)));
    }

    private static String fill(String key, String name, Map<String, String> names) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "phrase '" + key + "' wants {" + name + "}, which nobody gave");
        }
        return value;
    }
}
