package io.conserje.engine.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words. An apostrophe joins: "don't" is one word, "dont". */
final class Tokens {
    /** What is looked at; who writes more has said what they want before. */
    static final int CHARS = 2000;

    private static final int WORDS = 300;

    private Tokens() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        boolean opens = true;
        int at = 0;
        while (at < text.length() && words.size() < WORDS) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point)) {
                opens |= !Character.isWhitespace(point) || point == '\n';
                at += Character.charCount(point);
                continue;
            }
            int end = endOf(text, at);
            String raw = text.substring(at, end);
            String plain = plain(raw);
            words.add(new Word(raw, plain, plain, at, end, opens));
            opens = false;
            at = end;
        }
        return words;
    }

    private static int endOf(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point) && !isMark(point) && !joins(text, at)) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean joins(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '’')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static String plain(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        boolean simple = lower.chars().allMatch(c -> c < 128 && c != '\'');
        if (simple) {
            return lower;
        }
        StringBuilder bare = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
