package io.conserje.engine;

import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Understanding;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules' decider for one business. It keeps nothing between calls: the same session, messages,
 * answers and moment always give the same progress.
 */
public final class Engine {
    private final Business business;
    private final PhraseBook phrases;
    private final Lexicon lexicon;
    private final Understanding understanding;

    public Engine(
            Business business, PhraseBook phrases, Lexicon lexicon, Understanding understanding) {
        this.business = business;
        this.phrases = phrases;
        this.lexicon = lexicon;
        this.understanding = understanding;
    }

    /** One turn, which is decided anew with each answer to what it asked for. */
    public interface Deciding {
        /**
         * @param answers what came of the calls that it asked for until now, in their order
         */
        Progress with(List<ToolResult> answers);
    }

    /**
     * @param happened what arrived together, in its order; it is answered together, with at most
     *     one text and what is shown with it
     */
    public Deciding begin(Session session, List<InboundMessage> happened, Instant now) {
        Understanding once = new ReadOnce(understanding);
        return answers -> {
            Draft draft = new Draft(business, phrases, once, session, new Answers(answers), now);
            try {
                return decide(draft, happened, now);
            } catch (Answers.Unanswered unanswered) {
                return new Progress.Asks(unanswered.call(), draft.language());
            }
        };
    }

    private Step decide(Draft draft, List<InboundMessage> happened, Instant now) {
        List<Rule> rules = new Rules(lexicon, now).all();
        List<String> decided = new ArrayList<>();
        for (InboundMessage message : happened) {
            draft.turnTo(message);
            listen(draft, message);
            decided.add(decide(rules, draft, message));
        }
        draft.conclude();
        List<Effect> effects = draft.effects();
        return new Step(draft.session, effects, decided);
    }

    /** A name tells nothing of the language it is given in. */
    private static void listen(Draft draft, InboundMessage message) {
        if (message.content() instanceof Content.Text text && draft.asked() != Asked.NAME) {
            draft.read(text.body())
                    .language()
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
