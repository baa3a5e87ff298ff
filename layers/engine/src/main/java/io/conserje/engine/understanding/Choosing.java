package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads which of several is meant: "la primera", "the last one", "opción 2". */
final class Choosing {
    private static final int MOST = 20;

    private final Numbers numbers;
    private final Phrases<Integer> ordinals = new Phrases<>();
    private final Set<String> articles;
    private final Set<String> options;
    private final Set<String> notAfter;
    private final Set<String> notBefore;

    Choosing(Lexicon lexicon, Numbers numbers) {
        this.numbers = numbers;
        for (int i = -1; i <= 10; i++) {
            ordinals.addAll(lexicon.cues("ordinal." + i), i);
        }
        articles = new HashSet<>(lexicon.cues("ordinal.article"));
        options = new HashSet<>(lexicon.cues("ordinal.option"));
        notAfter = new HashSet<>(lexicon.cues("ordinal.not-after"));
        notBefore = new HashSet<>(lexicon.cues("ordinal.not-before"));
    }

    OptionalInt read(Utterance said, Asked asked) {
        List<String> texts = said.texts();
        for (int at = 0; at < texts.size(); at++) {
            if (!said.isFree(at) || notAfter.contains(said.text(at - 1))) {
                continue;
            }
            OptionalInt which = ordinal(said, at);
            if (which.isEmpty()) {
                which = number(said, at, asked);
            }
            if (which.isPresent()) {
                return which;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt ordinal(Utterance said, int at) {
        return ordinals.at(said.texts(), at)
                .filter(found -> said.isFree(found.at(), found.end()))
                .filter(found -> !notBefore.contains(said.text(found.end())))
                .filter(found -> isPointedAt(said, found))
                .map(found -> OptionalInt.of(found.values().stream().findFirst().orElse(1)))
                .orElse(OptionalInt.empty());
    }

    /** "la primera", "first one", or nothing else beside it. */
    private boolean isPointedAt(Utterance said, Phrases.Found<Integer> found) {
        return found.length() > 1
                || articles.contains(said.text(found.at() - 1))
                || said.size() <= 3;
    }

    private OptionalInt number(Utterance said, int at, Asked asked) {
        OptionalInt number = numbers.of(said.text(at));
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > MOST) {
            return OptionalInt.empty();
        }
        boolean option = options.contains(said.text(at - 1));
        boolean answer = asked == Asked.CHOICE && said.size() <= 4;
        return option || answer ? number : OptionalInt.empty();
    }
}
