package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import java.util.List;

/** Reads what is done to what was said before: taken back, or wished earlier or later. */
final class Turns {
    private final Phrases<Boolean> otherwise = new Phrases<>();
    private final Phrases<Boolean> rather = new Phrases<>();
    private final Phrases<Boolean> earlier = new Phrases<>();
    private final Phrases<Boolean> later = new Phrases<>();
    private final Phrases<Boolean> farewell = new Phrases<>();

    Turns(Lexicon lexicon) {
        otherwise.addAll(lexicon.cues("turn.otherwise"), true);
        rather.addAll(lexicon.cues("turn.rather"), true);
        earlier.addAll(lexicon.cues("turn.earlier"), true);
        later.addAll(lexicon.cues("turn.later"), true);
        farewell.addAll(lexicon.cues("turn.not-later"), true);
    }

    /**
     * @param names whether the text names something to have: a time, a service, somebody
     */
    boolean isOtherwise(Utterance said, boolean names) {
        List<String> texts = said.texts();
        if (otherwise.isIn(texts)) {
            return true;
        }
        return names && (rather.isIn(texts) || startsWithNo(said));
    }

    /** "no, el viernes"; "no puedo el viernes" takes nothing back. */
    private static boolean startsWithNo(Utterance said) {
        return said.size() > 1
                && (said.text(0).equals("no") || said.text(0).equals("nope"))
                && (said.word(1).opens() || !said.isFree(1));
    }

    int sooner(Utterance said) {
        List<String> texts = said.texts();
        if (farewell.isIn(texts)) {
            return 0;
        }
        if (later.isIn(texts)) {
            return 1;
        }
        return earlier.isIn(texts) ? -1 : 0;
    }
}
