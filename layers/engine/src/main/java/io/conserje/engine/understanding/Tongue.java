package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import io.conserje.model.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells Spanish from English, and both from anything else, by small words, endings and letters. A
 * noun counts for less than a small word: people borrow nouns ("quiero un appointment").
 */
final class Tongue {
    /** Which of ours it is, and whether it is none of ours. */
    record Heard(Optional<Language> language, boolean foreign) {}

    private static final int SMALL_WORD = 2;
    private static final int STRANGE_WORD = 3;

    private final Set<String> spanish;
    private final Set<String> english;
    private final Set<String> foreign;
    private final Set<String> borrowed;

    Tongue(Lexicon lexicon) {
        spanish = new HashSet<>(lexicon.markers().getOrDefault(Language.ES, List.of()));
        english = new HashSet<>(lexicon.markers().getOrDefault(Language.EN, List.of()));
        foreign = new HashSet<>(lexicon.cues("language.other"));
        borrowed = new HashSet<>(lexicon.cues("language.borrowed"));
    }

    Heard of(String raw, List<Word> words) {
        int es = letters(raw);
        int en = 0;
        int other = 0;
        int strange = 0;
        for (Word word : words) {
            String text = word.text();
            int weight = borrowed.contains(text) ? 1 : SMALL_WORD;
            if (foreign.contains(word.written())) {
                other += STRANGE_WORD;
            } else if (spanish.contains(text)) {
                es += weight;
            } else if (english.contains(text)) {
                en += weight;
            } else if (!borrowed.contains(text)) {
                es += endsSpanish(text) ? 1 : 0;
                en += endsEnglish(text) ? 1 : 0;
            }
            strange += isLatin(text) ? 0 : 1;
        }
        boolean none = (other > es && other > en) || strange * 2 > words.size();
        if (none || es == en) {
            return new Heard(Optional.empty(), none);
        }
        return new Heard(Optional.of(es > en ? Language.ES : Language.EN), false);
    }

    private static int letters(String raw) {
        int marks = 0;
        for (int at = 0; at < raw.length(); at++) {
            char c = Character.toLowerCase(raw.charAt(at));
            if ("¿¡ñ".indexOf(c) >= 0) {
                marks = Math.max(marks, 2);
            } else if ("áéíóú".indexOf(c) >= 0) {
                marks = Math.max(marks, 1);
            }
        }
        return marks;
    }

    private static boolean endsSpanish(String word) {
        return word.length() > 4
                && (word.endsWith("cion")
                        || word.endsWith("dad")
                        || word.endsWith("ando")
                        || word.endsWith("iendo")
                        || word.endsWith("mente")
                        || word.endsWith("arme")
                        || word.endsWith("ito")
                        || word.endsWith("ita"));
    }

    private static boolean endsEnglish(String word) {
        return word.length() > 4
                && (word.endsWith("ing")
                        || word.endsWith("tion")
                        || word.endsWith("ly")
                        || word.startsWith("wh")
                        || word.endsWith("ght")
                        || word.endsWith("ed"));
    }

    private static boolean isLatin(String word) {
        return word.codePoints()
                .allMatch(c ->
                        c < 0x250
                                || !Character.isLetter(c)
                                || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
