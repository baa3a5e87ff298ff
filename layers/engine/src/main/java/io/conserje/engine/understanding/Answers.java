package io.conserje.engine.understanding;

import io.conserje.engine.Intents;
import io.conserje.engine.Lexicon;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.List;
import java.util.Optional;

/** Reads yes and no, alone or before something else: "sí, pero a las 6". */
final class Answers {
    private final Phrases<String> always = new Phrases<>();
    private final Phrases<String> whenAsked = new Phrases<>();
    private final Phrases<String> opening = new Phrases<>();
    private final Phrases<Boolean> outright = new Phrases<>();
    private final Phrases<Boolean> neither = new Phrases<>();

    Answers(Lexicon lexicon) {
        for (String answer : List.of(Intents.YES, Intents.NO)) {
            always.addAll(lexicon.cues("answer." + answer), answer);
            whenAsked.addAll(lexicon.cues("answer.asked-" + answer), answer);
            opening.addAll(lexicon.cues("answer.opens-" + answer), answer);
        }
        outright.addAll(lexicon.cues("answer.outright-yes"), true);
        neither.addAll(lexicon.cues("answer.neither"), true);
    }

    /**
     * @param core the words without the polite ones
     */
    Optional<String> read(Utterance said, List<String> core, boolean otherwise, Asked asked) {
        boolean confirming = asked == Asked.CONFIRMATION;
        Optional<String> whole = first(always, core);
        if (whole.isEmpty() && confirming) {
            whole = first(whenAsked, core);
        }
        if (whole.isPresent() || core.isEmpty() || neither.at(core, 0).isPresent()) {
            return whole;
        }
        return opens(said, core, otherwise, confirming);
    }

    /** Whether nothing else is said. */
    boolean isWhole(List<String> core) {
        return first(always, core).isPresent() || first(whenAsked, core).isPresent();
    }

    private Optional<String> opens(
            Utterance said, List<String> core, boolean otherwise, boolean confirming) {
        Optional<Phrases.Found<String>> found = opening.at(core, 0);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String answer = found.get().values().iterator().next();
        int next = said.texts().indexOf(core.getFirst()) + found.get().length();
        boolean apart = next >= said.size() || said.word(next).opens();
        boolean told =
                answer.equals(Intents.YES)
                        ? isYes(said, core.subList(found.get().length(), core.size()), apart)
                        : apart || confirming;
        return !told || otherwise && answer.equals(Intents.NO)
                ? Optional.empty()
                : Optional.of(answer);
    }

    /**
     * What is done upon a yes is done: "ok, and where are you?", "si llego tarde me esperan" and
     * "it is too early" are none.
     */
    private boolean isYes(Utterance said, List<String> rest, boolean apart) {
        boolean surely = outright.at(said.texts(), 0).isPresent();
        if (said.isQuestion()) {
            return surely && apart;
        }
        boolean accented = said.word(0).raw().equalsIgnoreCase("sí");
        boolean english = surely && !said.text(0).equals("si");
        return apart || accented || english || isWhole(rest);
    }

    private static Optional<String> first(Phrases<String> phrases, List<String> whole) {
        return phrases.whole(whole).stream().findFirst();
    }

    /** A text without a word in it. */
    static Optional<String> drawn(String text) {
        record Sign(String drawn, String intent) {}
        return List.of(
                        new Sign("👍", Intents.YES),
                        new Sign("👌", Intents.YES),
                        new Sign("✅", Intents.YES),
                        new Sign("✔", Intents.YES),
                        new Sign("👎", Intents.NO),
                        new Sign("❌", Intents.NO),
                        new Sign("🙏", Intents.THANKS),
                        new Sign("👋", Intents.GREET))
                .stream()
                .filter(sign -> text.contains(sign.drawn()))
                .map(Sign::intent)
                .findFirst();
    }
}
