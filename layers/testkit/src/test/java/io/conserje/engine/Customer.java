package io.conserje.engine;

import io.conserje.application.Engines;
import io.conserje.application.Words;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryBookings;
import io.conserje.testkit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Somebody who writes to a business and remembers what its desk answered. */
final class Customer {
    private static final Words WORDS = Words.load();
    private static final Engines ENGINES = new Engines(WORDS);

    private final Business business;
    private final Engine engine;
    private final Tools tools = new KeepBookings(new InMemoryBookings());
    private int heard;
    private Instant now = Messages.MORNING;
    private Session session = Session.fresh();
    private Step last = new Step(session, List.of(), List.of());

    private Customer(Business business, Engine engine) {
        this.business = business;
        this.engine = engine;
    }

    static Customer ofTheClinic() {
        return of(Businesses.clinic());
    }

    static Customer of(Business business) {
        return new Customer(business, ENGINES.of(business));
    }

    /** By the clock on the clinic's wall. */
    Customer at(String time) {
        now = Messages.atTheClinic(time);
        return this;
    }

    Customer at(Instant moment) {
        now = moment;
        return this;
    }

    Customer later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Taps the option that reads so. */
    Customer tapsTitled(String title) {
        Outgoing.Option option =
                options().stream()
                        .filter(it -> it.title().equals(title))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no option " + title));
        return sends(new Content.Choice(option.id(), option.title()));
    }

    /** All of it arrives together. */
    Customer writes(String... texts) {
        return sends(Arrays.stream(texts).map(Content.Text::new).toArray(Content[]::new));
    }

    Customer taps(String option) {
        return sends(new Content.Choice(option, option));
    }

    Customer isHandedBack() {
        return sends(new Content.HandBack("olga"));
    }

    Customer sends(Content... contents) {
        List<InboundMessage> messages =
                Arrays.stream(contents)
                        .map(content ->
                                InboundMessage.of(new MessageId("m" + heard++), now, content))
                        .toList();
        last = decided(messages);
        session = last.session();
        return this;
    }

    private Step decided(List<InboundMessage> messages) {
        List<ToolResult> answers = new ArrayList<>();
        while (true) {
            switch (engine.step(session, messages, answers, now)) {
                case Step step -> {
                    return step;
                }
                case Progress.Asks(ToolCall call, Language language) ->
                        answers.add(tools.perform(call, business, ana(language), now));
            }
        }
    }

    private static io.conserje.engine.booking.Customer ana(Language language) {
        return new io.conserje.engine.booking.Customer(
                Businesses.ACCOUNT, Arrivals.ANA, Arrivals.conversationOf(Arrivals.ANA), language);
    }

    /** What the desk answered to the last that was sent; empty when it was silent. */
    String answer() {
        return sent().map(Outgoing::text).orElse("");
    }

    /** The ids of the options that came with it. */
    List<String> offered() {
        return options().stream().map(Outgoing.Option::id).toList();
    }

    List<String> offeredTitles() {
        return options().stream().map(Outgoing.Option::title).toList();
    }

    private List<Outgoing.Option> options() {
        return switch (sent().orElse(new Outgoing.Say("nothing"))) {
            case Outgoing.Ask ask -> ask.options();
            default -> List.of();
        };
    }

    List<Effect.Reason> handOvers() {
        return last.effects().stream()
                .filter(Effect.HandOver.class::isInstance)
                .map(effect -> ((Effect.HandOver) effect).reason())
                .toList();
    }

    List<String> rules() {
        return last.rules();
    }

    Session session() {
        return session;
    }

    private Optional<Outgoing> sent() {
        return last.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).content())
                .findFirst();
    }
}
