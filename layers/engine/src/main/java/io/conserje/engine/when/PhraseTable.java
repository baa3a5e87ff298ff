package io.conserje.engine.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fixed phrases and what they say; the longest counts.
 *
 * @param <T> what is said
 */
final class PhraseTable<T> implements Phrase<T> {
    private record Row<T>(List<String> words, T value) {}

    private final Map<String, List<Row<T>>> rows = new HashMap<>();

    PhraseTable<T> with(T value, String... phrases) {
        for (String phrase : phrases) {
            Row<T> row = new Row<>(List.of(phrase.split(" ", -1)), value);
            List<Row<T>> same =
                    rows.computeIfAbsent(row.words().getFirst(), word -> new ArrayList<>());
            same.add(row);
            same.sort(Comparator.comparing((Row<T> each) -> each.words().size()).reversed());
        }
        return this;
    }

    @Override
    public @Nullable Found<T> at(Text text, int i) {
        List<Row<T>> same = rows.get(text.word(i));
        if (same == null) {
            return null;
        }
        for (Row<T> row : same) {
            if (stands(row.words(), text, i)) {
                return new Found<>(row.value(), i + row.words().size());
            }
        }
        return null;
    }

    /** The token after the phrase, or the same one when none stands there. */
    int skip(Text text, int i) {
        Found<T> found = at(text, i);
        return found == null ? i : found.next();
    }

    private static boolean stands(List<String> words, Text text, int i) {
        for (int k = 1; k < words.size(); k++) {
            if (!text.word(i + k).equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }
}
