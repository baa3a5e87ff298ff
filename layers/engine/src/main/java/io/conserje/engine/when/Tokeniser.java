package io.conserje.engine.when;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into words, numbers and marks, each of which knows where it stands. */
final class Tokeniser {
    private static final int MOST_DIGITS = 4;

    /** "Nineish". */
    private static final Pattern ISH =
            Pattern.compile("(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)ish");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokeniser(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Tokeniser tokeniser = new Tokeniser(text);
        while (tokeniser.at < text.length()) {
            tokeniser.next();
        }
        return tokeniser.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isDigit(c)) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else if (c == '\n' || !Character.isWhitespace(c) && !isMark(c)) {
            tokens.add(new Token(mark(c), at, at + 1, -1, false));
            at++;
        } else {
            at++;
        }
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        int value = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            int digit = Character.digit(text.charAt(at), 10);
            digits.append((char) ('0' + digit));
            value = digits.length() <= MOST_DIGITS ? value * 10 + digit : -1;
            at++;
        }
        tokens.add(new Token(digits.toString(), start, at, value, false));
    }

    private void word() {
        int start = at;
        StringBuilder word = new StringBuilder();
        while (at < text.length() && (goesOn(text.charAt(at)) || isApostropheInside())) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                word.append(bare(c));
            }
            at++;
        }
        String said = word.toString();
        if (ISH.matcher(said).matches()) {
            int ish = at - "ish".length();
            tokens.add(new Token(said.substring(0, said.length() - 3), start, ish, -1, false));
            tokens.add(new Token("ish", ish, at, -1, false));
            return;
        }
        tokens.add(new Token(Spelling.right(said), start, at, -1, false));
    }

    private static boolean goesOn(char c) {
        return Character.isLetter(c) || isMark(c);
    }

    private boolean isApostropheInside() {
        char c = text.charAt(at);
        return (c == '\'' || c == '’' || c == '´' || c == '`')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char bare(char c) {
        char lower = Character.toLowerCase(c);
        if (lower < 128) {
            return lower;
        }
        return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
    }

    private static String mark(char c) {
        return switch (c) {
            case '–', '—', '‑', '−' -> "-";
            case '：' -> ":";
            default -> String.valueOf(c);
        };
    }
}
