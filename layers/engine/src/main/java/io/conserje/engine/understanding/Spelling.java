package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spells out what was written in haste: "holaaa", "xfa", "q", "wanna". */
final class Spelling {
    private static final String GROUP = "spelling.";

    private final Map<String, List<String>> meant = new HashMap<>();

    Spelling(Lexicon lexicon) {
        lexicon.cues()
                .forEach((name, written) -> {
                    if (name.startsWith(GROUP)) {
                        List<String> words = List.of(name.substring(GROUP.length()).split("-"));
                        written.forEach(word -> meant.put(word, words));
                    }
                });
    }

    List<Word> out(List<Word> words) {
        List<Word> spelt = new ArrayList<>(words.size());
        for (Word word : words) {
            String calm = calm(word.text());
            List<String> full = meant.getOrDefault(calm, List.of(calm));
            for (int i = 0; i < full.size(); i++) {
                Word one = word.spelt(full.get(i));
                spelt.add(i == 0 ? one : one.inside());
            }
        }
        return spelt;
    }

    /** No letter three times in a row, nor twice at the end of a word that is drawn out. */
    private static String calm(String word) {
        StringBuilder calm = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            char c = word.charAt(at);
            int end = at;
            while (end < word.length() && word.charAt(end) == c) {
                end++;
            }
            int run = end - at;
            boolean once =
                    Character.isLetter(c) && (run > 2 || (run == 2 && "aiuy".indexOf(c) >= 0));
            calm.append(once ? String.valueOf(c) : word.substring(at, end));
            at = end;
        }
        return calm.toString();
    }
}
