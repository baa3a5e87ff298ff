package io.conserje.engine;

import io.conserje.application.Engines;
import io.conserje.application.Words;
import io.conserje.application.booking.AttendToDues;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryBookings;
import io.conserje.testkit.InMemoryDirectory;
import io.conserje.testkit.InMemoryTemplates;
import io.conserje.testkit.Messages;
import io.conserje.testkit.RecordedArrivals;
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
    private final InMemoryBookings bookings;
    private final Tools tools;
    private final Contact contact;
    private final String name;
    private int heard;
    private Instant now = Messages.MORNING;
    private Session session = Session.fresh();
    private Step last = new Step(session, List.of(), List.of());

    private Customer(
            Business business,
            Engine engine,
            InMemoryBookings bookings,
            Contact contact,
            String name) {
        this.business = business;
        this.engine = engine;
        this.bookings = bookings;
        this.tools = new KeepBookings(bookings);
        this.contact = contact;
        this.name = name;
    }

    static Customer ofTheClinic() {
        return of(Businesses.clinic());
    }

    static Customer of(Business business) {
        return new Customer(
                business, ENGINES.of(business), new InMemoryBookings(), Arrivals.ANA, "m");
    }

    /** Somebody else, who writes to the same desk. */
    Customer beside(String phone) {
        return new Customer(business, engine, bookings, Contact.ofPhone(phone), phone + "-")
                .at(now);
    }

    /** What the clock has to say by now, to whomever. */
    List<Arrival> due() {
        RecordedArrivals arrivals = new RecordedArrivals();
        new AttendToDues(
                        new InMemoryDirectory().with(business),
                        bookings,
                        arrivals,
                        new InMemoryTemplates(),
                        WORDS)
                .attend(now, () -> Duration.ofMinutes(1));
        return arrivals.all();
    }

    /** Those of these that are meant for this customer. */
    Customer hears(List<Arrival> arrivals) {
        last = new Step(session, List.of(), List.of());
        arrivals.stream()
                .filter(one -> one.contact().filter(contact::equals).isPresent())
                .flatMap(one -> one.messages().stream())
                .forEach(message -> take(List.of(message)));
        return this;
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
                                InboundMessage.of(new MessageId(name + heard++), now, content))
                        .toList();
        return take(messages);
    }

    private Customer take(List<InboundMessage> messages) {
        last = decided(messages);
        session = last.session();
        return this;
    }

    private Step decided(List<InboundMessage> messages) {
        Engine.Deciding deciding = engine.begin(session, messages, now);
        List<ToolResult> answers = new ArrayList<>();
        while (true) {
            switch (deciding.with(answers)) {
                case Step step -> {
                    return step;
                }
                case Progress.Asks(ToolCall call, Language language) ->
                        answers.add(tools.perform(call, business, self(language), now));
            }
        }
    }

    private io.conserje.engine.booking.Customer self(Language language) {
        return new io.conserje.engine.booking.Customer(
                Businesses.ACCOUNT, contact, Arrivals.conversationOf(contact), language);
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
