package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of a text the classifier looks at: words, pairs of words and pieces of words. */
public final class IntentFeatures {
    private static final int TERMS = 40;
    private static final int PIECES_OF = 14;

    private IntentFeatures() {}

    /**
     * @param terms plain words, and what stands for a kind of thing: {@code <when>}
     */
    public static List<String> of(List<String> terms, boolean question) {
        Set<String> features = new LinkedHashSet<>();
        List<String> seen = terms.subList(0, Math.min(TERMS, terms.size()));
        String before = "^";
        for (String term : seen) {
            features.add("w " + term);
            features.add("b " + before + " " + term);
            before = term;
            if (!term.startsWith("<")) {
                pieces(term, features);
            }
        }
        features.add("b " + before + " $");
        if (question) {
            features.add("?");
        }
        return new ArrayList<>(features);
    }

    private static void pieces(String word, Set<String> features) {
        String padded = "_" + word.substring(0, Math.min(PIECES_OF, word.length())) + "_";
        for (int length = 3; length <= 4; length++) {
            for (int at = 0; at + length <= padded.length(); at++) {
                features.add("c " + padded.substring(at, at + length));
            }
        }
    }

    /** Many pieces make one word, so that each tells less than a word does. */
    static double value(String feature) {
        return feature.charAt(0) == 'c' ? 0.5 : 1.0;
    }
}
