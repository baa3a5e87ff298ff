package io.conserje.engine.when;

import java.util.Set;

/** "El lunes no puedo", "not on Friday", "menos el martes". */
final class Refusals {
    private static final Set<String> EXCEPT =
            Set.of(
                    "no", "not", "menos", "except", "excepto", "salvo", "never", "ni", "nunca",
                    "barring");

    /** "Any day but Friday"; elsewhere "but" refuses nothing. */
    private static final Set<String> ANY =
            Set.of("day", "days", "anything", "everything", "any", "time", "date");

    private static final PhraseTable<Boolean> OTHER_THAN =
            new PhraseTable<Boolean>()
                    .with(
                            true,
                            "other than",
                            "apart from",
                            "aside from",
                            "except for",
                            "que no sea")
                    .with(true, "que no sean", "que no caiga", "aparte de", "fuera de");
    private static final Set<String> SMALL =
            Set.of("on", "el", "los", "the", "para", "for", "at", "a", "in", "this");
    private static final Set<String> CANNOT =
            Set.of(
                    "cant",
                    "cannot",
                    "dont",
                    "doesnt",
                    "unable",
                    "isnt",
                    "wont",
                    "unavailable",
                    "imposible",
                    "impossible");
    private static final PhraseTable<Boolean> CANNOT_BEFORE =
            new PhraseTable<Boolean>()
                    .with(true, "no puedo", "no podre", "no podria", "no me viene", "no me va")
                    .with(true, "can not", "not available", "not free", "no me sirve", "no quiero")
                    .with(true, "no me cuadra", "not able", "no me conviene", "no estoy")
                    .with(true, "im away", "am away", "were away", "are away", "im busy", "am busy")
                    .with(true, "im out", "am out of town", "im working", "am working");
    private static final Set<String> OPEN_QUESTION =
            Set.of(
                    "hay",
                    "tienen",
                    "tienes",
                    "teneis",
                    "abren",
                    "abris",
                    "abre",
                    "tendran",
                    "seria",
                    "sera",
                    "atienden",
                    "trabajan",
                    "tendrias",
                    "tendria",
                    "habra",
                    "tenes",
                    "queda",
                    "quedan",
                    "tendras",
                    "se",
                    "problem",
                    "problema",
                    "later",
                    "earlier");
    private static final PhraseTable<Boolean> CANNOT_AFTER =
            new PhraseTable<Boolean>()
                    .with(true, "doesnt", "cant", "wont", "isnt", "is no good", "is not", "i cant")
                    .with(true, "i cannot", "yo no", "me es imposible", "is impossible")
                    .with(true, "imposible", "does not", "i can not", "tampoco", "is out")
                    .with(true, "dont work", "dont suit", "arent good", "are no good", "are out")
                    .with(true, "me viene mal", "me va mal", "im busy", "i am busy", "im not");
    private static final int NEAR = 4;

    private Refusals() {}

    static boolean isRefused(Text text, Piece piece) {
        return isBefore(text, piece.from()) || isAfter(text, piece.to());
    }

    private static boolean isBefore(Text text, int from) {
        int i = from - 1;
        if (text.in(i, SMALL)) {
            i--;
        }
        if (text.in(i, EXCEPT) && !text.is(i - 1, "why") && !text.is(i - 1, "por")) {
            return true;
        }
        if (text.is(i, "but") && text.in(i - 1, ANY) || isOther(text, from)) {
            return true;
        }
        for (int k = from - 1; k >= from - NEAR; k--) {
            // "Isn't there anything on Friday?"
            boolean asks = text.is(k, "isnt") && text.any(k + 1, "there", "it");
            if (!asks && (CANNOT_BEFORE.at(text, k) != null || text.in(k, CANNOT))) {
                return !text.is(k + 1, "wait") && !text.is(k, "dont");
            }
            if (text.any(k, ",", ".", ";", "!", "?", "\n", "pero", "but", "until", "hasta")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOther(Text text, int from) {
        for (int k = from - 1; k >= from - NEAR; k--) {
            Found<Boolean> other = OTHER_THAN.at(text, k);
            if (other != null) {
                return text.skip(other.next(), SMALL) == from || other.next() == from;
            }
        }
        return false;
    }

    private static boolean isAfter(Text text, int to) {
        if (CANNOT_AFTER.at(text, to) != null) {
            return true;
        }
        return text.is(to, "no")
                && !text.in(to + 1, OPEN_QUESTION)
                && !(text.is(to + 1, "?") || text.is(to + 1, ",") && text.is(to - 1, ","));
    }
}
