package io.conserje.local.eval;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares what is read as people do: case, accents and the kind of space do not matter. */
final class Phrases {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Phrases() {}

    /**
     * @param phrase a regular expression, so that {@code a|b} is either
     */
    static boolean isIn(String text, String phrase) {
        return Pattern.compile(plain(phrase)).matcher(plain(text)).find();
    }

    /** Equal for sentences that differ in case, accents and punctuation alone. */
    static String bare(String sentence) {
        return NO_WORD.matcher(plain(sentence)).replaceAll(" ").strip();
    }

    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACE.matcher(bare).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
