package io.conserje.engine;

import io.conserje.model.Language;
import io.conserje.model.Outgoing;
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
    private List<Outgoing.Option> options = List.of();
    Session session;

    /** However many messages of a burst are not understood, the customer hears of it once. */
    boolean missed;

    Draft(Business business, PhraseBook phrases, Session session) {
        this.business = business;
        this.phrases = phrases;
        this.session = session;
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
        effects.clear();
        options = List.of();
    }

    void offerNothing() {
        options = List.of();
    }

    List<Effect> effects() {
        List<Effect> all = new ArrayList<>();
        if (!paragraphs.isEmpty()) {
            String text = String.join("\n\n", paragraphs);
            all.add(
                    new Effect.Send(
                            options.isEmpty()
                                    ? new Outgoing.Say(text)
                                    : new Outgoing.Ask(text, phrase("menu.open"), options)));
        }
        all.addAll(effects);
        return all;
    }
}
