package io.conserje.engine.understanding;

import io.conserje.engine.Business;
import io.conserje.engine.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads Spanish and English by rules and a small classifier. It is built once for a business and
 * keeps nothing between texts.
 */
public final class NaturalLanguage implements Understanding {
    private final Spelling spelling;
    private final Typos typos;
    private final Values values;
    private final Turns turns;
    private final Tongue tongue;
    private final Wants wants;

    public NaturalLanguage(Lexicon lexicon, IntentModel model, Business business) {
        this(lexicon, model, business, model.words());
    }

    /**
     * @param taught words that are right as they are
     */
    NaturalLanguage(Lexicon lexicon, IntentModel model, Business business, Set<String> taught) {
        Cues cues = new Cues(lexicon, business);
        Set<String> known = known(lexicon, cues, taught);
        spelling = new Spelling(lexicon);
        values = new Values(lexicon, business, known::contains);
        turns = new Turns(lexicon);
        tongue = new Tongue(lexicon);
        wants = new Wants(lexicon, model, business, cues);
        Set<String> right = new HashSet<>(known);
        right.addAll(values.words());
        typos = new Typos(right);
    }

    private static Set<String> known(Lexicon lexicon, Cues cues, Set<String> taught) {
        Set<String> known = new HashSet<>(taught);
        known.addAll(cues.words());
        lexicon.markers().values().forEach(known::addAll);
        lexicon.cues()
                .values()
                .forEach(all -> all.forEach(phrase -> known.addAll(Phrases.split(phrase))));
        return known;
    }

    @Override
    public Reading read(String text, Hearing hearing) {
        Utterance said = utterance(text);
        if (said.size() == 0) {
            return Reading.of(Answers.drawn(text).stream().toList());
        }
        Values.Found found = values.read(said, hearing);
        boolean otherwise = turns.isOtherwise(said, found.any());
        Tongue.Heard heard = tongue.of(said.raw(), said.words());
        List<String> intents =
                heard.foreign() ? List.of() : wants.read(said, found, otherwise, hearing.asked());
        return new Reading(
                heard.language(),
                intents,
                found.times(),
                found.party(),
                found.name(),
                found.phone(),
                found.email(),
                found.services(),
                found.who().professionals(),
                found.who().strangers(),
                found.who().anyone(),
                found.ordinal(),
                otherwise,
                found.tellsClock() ? 0 : turns.sooner(said));
    }

    /** The words of a text, with the values in it taken. */
    Utterance seen(String text, Hearing hearing) {
        Utterance said = utterance(text);
        values.read(said, hearing);
        return said;
    }

    private Utterance utterance(String text) {
        String seen = text.substring(0, Math.min(Tokens.CHARS, text.length()));
        List<Word> words =
                spelling.out(Tokens.of(seen)).stream()
                        .map(word -> word.mended(typos.meant(word.text())))
                        .toList();
        return new Utterance(seen, words);
    }
}
