package io.conserje.engine;

import io.conserje.model.Language;
import io.conserje.model.Outgoing;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One turn while its messages are gone through. What they call for is gathered here and said once,
 * at the end.
 */
final class Draft {
    final Business business;
    private final PhraseBook phrases;
    private final Set<String> paragraphs = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Outgoing> shown = new ArrayList<>();
    private final Instant now;
    private List<Outgoing.Option> options = List.of();
    private boolean stopping;
    Session session;

    /** However many messages of a burst are not understood, the customer hears of it once. */
    boolean missed;

    Draft(Business business, PhraseBook phrases, Session session, Instant now) {
        this.business = business;
        this.phrases = phrases;
        this.session = session;
        this.now = now;
    }

    Language language() {
        return session.language().orElse(business.language());
    }

    PhraseBook phrases() {
        return phrases;
    }

    String phrase(String key) {
        return phrases.say(language(), key, Map.of("business", business.name().in(language())));
    }

    void say(String text) {
        paragraphs.add(text);
    }

    /** Shows something after what is said: a place, a file. */
    void show(Outgoing content) {
        if (!shown.contains(content)) {
            shown.add(content);
        }
    }

    void perform(Effect effect) {
        effects.add(effect);
    }

    /** Offers the topics of the business and a person. */
    void offerMenu() {
        List<Outgoing.Option> all = new ArrayList<>();
        business.topics()
                .forEach(topic ->
                        all.add(new Outgoing.Option(topic.id(), topic.title().in(language()))));
        all.add(new Outgoing.Option(Intents.PERSON, phrase("option.person")));
        options = all;
    }

    void offerPerson() {
        options =
                List.of(
                        new Outgoing.Option(Intents.PERSON, phrase("option.person")),
                        new Outgoing.Option(Intents.MENU, phrase("option.menu")));
    }

    /**
     * Forgets what the turn was about to say, when a later message of the same burst asks for
     * silence.
     */
    void takeBack() {
        paragraphs.clear();
        shown.clear();
        effects.clear();
        options = List.of();
    }

    /** What this turn says is the last: that the customer has asked for silence is confirmed. */
    void sayLast(String text) {
        takeBack();
        stopping = true;
        say(text);
    }

    void offerNothing() {
        options = List.of();
    }

    List<Effect> effects() {
        Terms terms = stopping ? Terms.stopConfirmation(now) : Terms.answer(now);
        List<Effect> all = new ArrayList<>();
        if (!paragraphs.isEmpty()) {
            String text = String.join("\n\n", paragraphs);
            all.add(
                    new Effect.Send(
                            options.isEmpty()
                                    ? new Outgoing.Say(text)
                                    : new Outgoing.Ask(text, phrase("menu.open"), options),
                            terms));
            session = session.withOffered(options);
        }
        shown.forEach(content -> all.add(new Effect.Send(content, terms)));
        all.addAll(effects);
        return all;
    }
}
