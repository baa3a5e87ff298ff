package io.conserje.engine;

import io.conserje.engine.dialogue.Dialogue;
import io.conserje.engine.dialogue.Floor;
import io.conserje.engine.dialogue.Form;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.understanding.Understanding;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One turn while its messages are gone through. What they call for is gathered here and said once,
 * at the end.
 */
final class Draft implements Floor {
    private final Business business;
    private final PhraseBook phrases;
    private final Set<String> paragraphs = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Outgoing> shown = new ArrayList<>();
    private final Instant now;
    private final Understanding understanding;
    private final Answers answers;
    private final Dialogue dialogue;
    private Optional<Question> question = Optional.empty();
    private List<Outgoing.Option> options = List.of();
    private boolean stopping;
    private MessageId message = new MessageId("none");
    private int changes;
    Session session;

    /** However many messages of a burst are not understood, the customer hears of it once. */
    boolean missed;

    private record Question(String text, List<Outgoing.Option> options) {}

    Draft(
            Business business,
            PhraseBook phrases,
            Understanding understanding,
            Session session,
            Answers answers,
            Instant now) {
        this.business = business;
        this.phrases = phrases;
        this.understanding = understanding;
        this.session = session;
        this.answers = answers;
        this.now = now;
        this.dialogue = new Dialogue(this);
    }

    /** From here on it is this message that things are done because of. */
    void turnTo(InboundMessage next) {
        message = next.id();
        changes = 0;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Hearing.Asked asked() {
        return Dialogue.asked(session.forms(), session.offered());
    }

    Reading read(String text) {
        Hearing hearing =
                new Hearing(now.atZone(business.zone()), language(), dialogue.about(), asked());
        return understanding.read(text, hearing);
    }

    @Override
    public Business business() {
        return business;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<Form> forms() {
        return session.forms();
    }

    @Override
    public void keep(List<Form> forms) {
        session = session.withForms(forms);
    }

    @Override
    public Optional<String> customerName() {
        return session.customerName();
    }

    @Override
    public void remember(String customerName) {
        session = session.withCustomerName(customerName);
    }

    @Override
    public List<Outgoing.Option> offered() {
        return session.offered();
    }

    @Override
    public String phrase(String key, Map<String, String> names) {
        Map<String, String> all = new HashMap<>(names);
        all.put("business", business.name().in(language()));
        return phrases.say(language(), key, all);
    }

    @Override
    public void ask(String text, List<Outgoing.Option> choices) {
        question = Optional.of(new Question(text, choices));
    }

    @Override
    public ToolResult call(ToolCall call) {
        return answers.to(call);
    }

    @Override
    public Cause cause() {
        return new Cause(message, changes++);
    }

    @Override
    public Language language() {
        return session.language().orElse(business.language());
    }

    PhraseBook phrases() {
        return phrases;
    }

    String phrase(String key) {
        return phrase(key, Map.of());
    }

    @Override
    public void say(String text) {
        paragraphs.add(text);
    }

    /** Says it before all else. */
    void sayFirst(String text) {
        List<String> later = List.copyOf(paragraphs);
        paragraphs.clear();
        paragraphs.add(text);
        paragraphs.addAll(later);
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
        if (!business.appointments().isNone()) {
            all.add(new Outgoing.Option(Intents.BOOK, phrase("option.book")));
            all.add(new Outgoing.Option(Intents.BOOKINGS, phrase("option.bookings")));
        }
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
        question = Optional.empty();
        shown.clear();
        effects.clear();
        options = List.of();
    }

    /** Asks what is still to be asked, unless a person answers from here on, or nobody. */
    void conclude() {
        if (session.phase() instanceof Session.Automatic) {
            dialogue.conclude();
        }
    }

    /** What this turn says is the last: that the customer has asked for silence is confirmed. */
    void sayLast(String text) {
        takeBack();
        stopping = true;
        say(text);
    }

    void offerNothing() {
        question = Optional.empty();
        options = List.of();
    }

    /** Who says hello and what they want in one go is not asked what they want. */
    private void askNothingElse() {
        paragraphs.remove(phrase("greeting.again"));
        if (paragraphs.remove(phrase("greeting"))) {
            sayFirst(phrase("welcome"));
        }
    }

    List<Effect> effects() {
        Terms terms = stopping ? Terms.stopConfirmation(now) : Terms.answer(now);
        List<Effect> all = new ArrayList<>();
        question.ifPresent(asked -> {
            askNothingElse();
            paragraphs.add(asked.text());
            options = asked.options();
        });
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
