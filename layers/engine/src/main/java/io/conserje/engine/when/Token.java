package io.conserje.engine.when;

/**
 * A word, a number or a mark.
 *
 * @param word lower case, without accents, common misspellings of days and months put right
 * @param value of a number of up to four digits; -1 for anything else
 * @param barred whether it belongs to something that is no time: a phone number, a greeting
 */
record Token(String word, int start, int end, int value, boolean barred) {

    Token asBarred() {
        return new Token(word, start, end, value, true);
    }

    int length() {
        return end - start;
    }

    boolean isNumber() {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    boolean isWord() {
        return !word.isEmpty() && Character.isLetter(word.charAt(0));
    }
}
