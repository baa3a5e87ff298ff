package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers as figures and as words. */
final class Numbers {
    private static final String GROUP = "number.";

    private final Map<String, Integer> words = new HashMap<>();

    Numbers(Lexicon lexicon) {
        lexicon.cues()
                .forEach((name, written) -> {
                    if (name.startsWith(GROUP)) {
                        int number = Integer.parseInt(name.substring(GROUP.length()));
                        written.forEach(word -> words.put(word, number));
                    }
                });
    }

    /** Up to 9999: what is counted here is people and places in a list. */
    OptionalInt of(String word) {
        if (!word.isEmpty()
                && word.length() <= 4
                && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        Integer number = words.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
