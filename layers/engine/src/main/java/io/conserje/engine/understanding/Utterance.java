package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one text, and which of them are taken: a word that belongs to a time is no name. It
 * lives for one reading.
 */
final class Utterance {
    static final String WHEN = "<when>";
    static final String SERVICE = "<service>";
    static final String PROFESSIONAL = "<professional>";
    static final String NAME = "<name>";
    static final String NUMBER = "<number>";
    static final String CONTACT = "<contact>";

    private static final String FREE = "";

    private final String raw;
    private final List<Word> words;
    private final List<String> texts;
    private final String[] taken;
    private final boolean shouts;

    Utterance(String raw, List<Word> words) {
        this.raw = raw;
        this.words = List.copyOf(words);
        this.texts = words.stream().map(Word::text).toList();
        this.taken = new String[words.size()];
        Arrays.fill(taken, FREE);
        this.shouts = raw.chars().noneMatch(Character::isLowerCase);
    }

    String raw() {
        return raw;
    }

    List<Word> words() {
        return words;
    }

    Word word(int at) {
        return words.get(at);
    }

    int size() {
        return words.size();
    }

    /** The words as they are looked up. */
    List<String> texts() {
        return texts;
    }

    String text(int at) {
        return at < 0 || at >= texts.size() ? "" : texts.get(at);
    }

    /** The word with its mistakes, for names. */
    String written(int at) {
        return words.get(at).written();
    }

    boolean isFree(int at) {
        return at >= 0 && at < taken.length && taken[at].equals(FREE);
    }

    boolean isFree(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isFree(at)) {
                return false;
            }
        }
        return true;
    }

    void take(int from, int to, String as) {
        for (int at = from; at < to; at++) {
            taken[at] = as;
        }
    }

    /** Takes the words of a span of the text as it was written. */
    void takeChars(int start, int end, String as) {
        for (int at = 0; at < taken.length; at++) {
            if (words.get(at).start() < end && words.get(at).end() > start) {
                taken[at] = as;
            }
        }
    }

    /** Whether no word of that span of the text is taken. */
    boolean isFreeIn(int start, int end) {
        for (int at = 0; at < taken.length; at++) {
            Word word = words.get(at);
            if (word.start() < end && word.end() > start && !isFree(at)) {
                return false;
            }
        }
        return true;
    }

    /** Written as a name is, and not because everything is. */
    boolean isCapital(int at) {
        return at >= 0 && at < words.size() && !shouts && words.get(at).isCapital();
    }

    boolean isQuestion() {
        return raw.indexOf('?') >= 0 || raw.indexOf('¿') >= 0;
    }

    boolean isBefore(int at, String... any) {
        return at > 0 && List.of(any).contains(texts.get(at - 1));
    }

    /** The words from one to another, each that is taken replaced by what it is taken as. */
    List<String> terms(int from, int to) {
        List<String> terms = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            String term = taken[at].equals(FREE) ? term(at) : taken[at];
            boolean goesOn =
                    !taken[at].equals(FREE) && !terms.isEmpty() && terms.getLast().equals(term);
            if (!goesOn) {
                terms.add(term);
            }
        }
        return terms;
    }

    private String term(int at) {
        return words.get(at).isNumber() ? NUMBER : texts.get(at);
    }

    List<String> terms() {
        return terms(0, size());
    }
}
