package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads for how many: "somos 4", "para dos personas", "for three", "just me". */
final class Party {
    private final Numbers numbers;
    private final Phrases<Integer> fixed = new Phrases<>();
    private final Phrases<Boolean> andMe = new Phrases<>();
    private final Set<String> people;
    private final Set<String> before;
    private final Set<String> forWhom;
    private final Set<String> units;
    private final Set<String> after;

    Party(Lexicon lexicon, Numbers numbers) {
        this.numbers = numbers;
        fixed.addAll(lexicon.cues("party.one"), 1).addAll(lexicon.cues("party.two"), 2);
        andMe.addAll(lexicon.cues("party.and-me"), true);
        people = new HashSet<>(lexicon.cues("party.people"));
        before = new HashSet<>(lexicon.cues("party.before"));
        forWhom = new HashSet<>(lexicon.cues("party.for"));
        units = new HashSet<>(lexicon.cues("party.not-people"));
        after = new HashSet<>(lexicon.cues("party.after"));
    }

    OptionalInt read(Utterance said, Asked asked) {
        List<String> texts = said.texts();
        for (int at = 0; at < texts.size(); at++) {
            OptionalInt number = said.isFree(at) ? numbers.of(texts.get(at)) : OptionalInt.empty();
            if (number.isPresent() && counts(said, at, asked)) {
                boolean named = people.contains(said.text(at + 1)) && said.isFree(at + 1);
                said.take(at, named ? at + 2 : at + 1, Utterance.NUMBER);
                return OptionalInt.of(number.getAsInt() + (named && andMe.isIn(texts) ? 1 : 0));
            }
        }
        for (Phrases.Found<Integer> found : fixed.in(texts)) {
            if (!isWhom(said, found.at()) && said.isFree(found.at(), found.end())) {
                said.take(found.at(), found.end(), Utterance.NUMBER);
                return found.values().stream().mapToInt(Integer::intValue).findFirst();
            }
        }
        return OptionalInt.empty();
    }

    private boolean counts(Utterance said, int at, Asked asked) {
        String next = said.text(at + 1);
        if (people.contains(next)) {
            return !isOne(said.text(at)) || !isWhom(said, at);
        }
        if (units.contains(next)) {
            return false;
        }
        if (before.contains(said.text(at - 1)) && !isOne(said.text(at))) {
            return true;
        }
        boolean ends =
                at + 1 == said.size()
                        || said.word(at + 1).opens()
                        || !said.isFree(at + 1)
                        || next.length() <= 3
                        || after.contains(next);
        if (forWhom.contains(said.text(at - 1)) && !isOne(said.text(at)) && ends) {
            return true;
        }
        return asked == Asked.PARTY && said.size() <= 6;
    }

    /** "hablar con una persona" counts nobody. */
    private static boolean isWhom(Utterance said, int at) {
        return said.isBefore(at, "con", "with", "to", "quiero", "eres", "sos", "necesito");
    }

    /** "una" is an article more often than a count. */
    private static boolean isOne(String word) {
        return word.equals("una") || word.equals("un") || word.equals("uno");
    }
}
