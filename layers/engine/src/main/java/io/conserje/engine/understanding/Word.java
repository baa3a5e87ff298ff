package io.conserje.engine.understanding;

/**
 * One word of a text.
 *
 * @param raw as it was written
 * @param written lower case, no accents, spelt out, with its mistakes: for names, which are right
 *     as they are
 * @param text as it is looked up, its mistakes mended
 * @param start where it begins in the text, in chars
 * @param end where it ends, exclusive
 * @param opens whether it stands at the beginning or after a mark: a comma, a stop, an emoji
 */
record Word(String raw, String written, String text, int start, int end, boolean opens) {

    Word spelt(String full) {
        return new Word(raw, full, full, start, end, opens);
    }

    Word mended(String meant) {
        return new Word(raw, written, meant, start, end, opens);
    }

    Word inside() {
        return new Word(raw, written, text, start, end, false);
    }

    /** Whether it is written as names are; a text that shouts tells nothing by it. */
    boolean isCapital() {
        return Character.isUpperCase(raw.codePointAt(0));
    }

    boolean isNumber() {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
