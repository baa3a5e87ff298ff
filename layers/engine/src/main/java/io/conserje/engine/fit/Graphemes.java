package io.conserje.engine.fit;

import java.text.BreakIterator;
import java.util.Locale;

/** What a person sees as one character: an emoji with its skin tone, a letter with its accent. */
final class Graphemes {
    private Graphemes() {}

    /**
     * How much of a longer text fits a limit without cutting a character; of one endless character,
     * as much as fits without cutting a surrogate pair.
     */
    static int fitting(String text, int limit) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // The one character after the limit tells whether it belongs to the one before.
        characters.setText(text.substring(0, Math.min(text.length(), limit + 2)));
        int at = characters.preceding(limit + 1);
        if (at > 0) {
            return at;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
