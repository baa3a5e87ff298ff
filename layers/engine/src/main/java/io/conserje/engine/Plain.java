package io.conserje.engine;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as words are looked up in it: lower case, no accents, no punctuation, single spaces, a space
 * at each end.
 */
public record Plain(String text) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Plain of(String raw) {
        String bare = MARKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFD)).replaceAll("");
        return new Plain(
                " "
                        + NOT_WORD.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT)
                        + " ");
    }

    /** Whether the word or phrase stands in the text as a whole. */
    boolean has(String phrase) {
        return text.contains(" " + phrase + " ");
    }

    /** Whether the text is the word or phrase and nothing else. */
    boolean is(String phrase) {
        return text.equals(" " + phrase + " ");
    }

    int firstOf(Iterable<String> phrases) {
        int first = -1;
        for (String phrase : phrases) {
            int at = text.indexOf(" " + phrase + " ");
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }
}
