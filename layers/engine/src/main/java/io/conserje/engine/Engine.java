package io.conserje.engine;

import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules' decider for one business. It keeps nothing between calls: the same session, messages
 * and moment always give the same step.
 */
public final class Engine {
    private final Business business;
    private final PhraseBook phrases;
    private final Lexicon lexicon;
    private final LanguageGuess guess;
    private final Understanding understanding;

    public Engine(Business business, PhraseBook phrases, Lexicon lexicon) {
        this.business = business;
        this.phrases = phrases;
        this.lexicon = lexicon;
        this.guess = new LanguageGuess(lexicon);
        this.understanding = new KeywordUnderstanding(lexicon, business);
    }

    /**
     * Decides one turn.
     *
     * @param happened what arrived together, in its order; it is answered together, with at most
     *     one text and what is shown with it
     */
    public Step step(Session session, List<InboundMessage> happened, Instant now) {
        Draft draft = new Draft(business, phrases, session, now);
        List<Rule> rules = new Rules(lexicon, understanding, now).all();
        List<String> decided = new ArrayList<>();
        for (InboundMessage message : happened) {
            listen(draft, message);
            decided.add(decide(rules, draft, message));
        }
        List<Effect> effects = draft.effects();
        return new Step(draft.session, effects, decided);
    }

    private void listen(Draft draft, InboundMessage message) {
        if (message.content() instanceof Content.Text text) {
            guess.of(text.body())
                    .ifPresent(language -> draft.session = draft.session.withLanguage(language));
        }
    }

    private static String decide(List<Rule> rules, Draft draft, InboundMessage message) {
        return rules.stream()
                .filter(rule -> rule.decides().test(draft, message))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule decides everything"))
                .name();
    }
}
