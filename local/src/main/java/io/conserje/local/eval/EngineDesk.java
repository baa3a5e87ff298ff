package io.conserje.local.eval;

import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.Tools;
import io.conserje.engine.Business;
import io.conserje.engine.Effect;
import io.conserje.engine.Engine;
import io.conserje.engine.Progress;
import io.conserje.engine.Session;
import io.conserje.engine.Step;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The engine and its tools at one desk, with one customer and a clock that the dialogue moves. */
final class EngineDesk implements Desk {
    private final Engine engine;
    private final Business business;
    private final Tools tools;
    private final BookingStore store;
    private final Customer customer;
    private final Set<BookingId> touched = new LinkedHashSet<>();
    private Instant now;
    private Session session = Session.fresh();
    private int messages;

    EngineDesk(
            Engine engine,
            Business business,
            Tools tools,
            BookingStore store,
            Customer customer,
            Instant now) {
        this.engine = engine;
        this.business = business;
        this.tools = tools;
        this.store = store;
        this.customer = customer;
        this.now = now;
    }

    @Override
    public Reply say(List<String> texts) {
        return turn(texts.stream().map(text -> (Content) new Content.Text(text)).toList());
    }

    @Override
    public Reply choose(Outgoing.Option option) {
        return turn(List.of(new Content.Choice(option.id(), option.title())));
    }

    private Reply turn(List<Content> contents) {
        // An answer takes its time, and a second turn at the same moment would not be one.
        now = now.plusSeconds(20);
        List<InboundMessage> heard = new ArrayList<>();
        for (Content content : contents) {
            heard.add(InboundMessage.of(new MessageId("m" + messages++), now, content));
        }
        Step step = decided(heard);
        session = step.session();
        return reply(step);
    }

    private Step decided(List<InboundMessage> heard) {
        Engine.Deciding deciding = engine.begin(session, heard, now);
        List<ToolResult> answers = new ArrayList<>();
        while (true) {
            switch (deciding.with(answers)) {
                case Step step -> {
                    return step;
                }
                case Progress.Asks(ToolCall call, Language language) ->
                        answers.add(perform(call, language));
            }
        }
    }

    private ToolResult perform(ToolCall call, Language language) {
        Customer speaking =
                new Customer(
                        customer.account(), customer.contact(), customer.conversation(), language);
        ToolResult result = tools.perform(call, business, speaking, now);
        if (result instanceof ToolResult.Done(Booking booking)) {
            touched.add(booking.id());
        }
        return result;
    }

    private static Reply reply(Step step) {
        List<String> texts = new ArrayList<>();
        List<Outgoing.Option> options = new ArrayList<>();
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Send send -> {
                    texts.add(send.content().text());
                    if (send.content() instanceof Outgoing.Ask ask) {
                        options.addAll(ask.options());
                    }
                }
                case Effect.HandOver handOver -> {}
            }
        }
        return new Reply(texts, options);
    }

    @Override
    public Hearing.Asked asked() {
        return io.conserje.engine.dialogue.Dialogue.asked(session.forms(), session.offered());
    }

    @Override
    public List<Booking> bookings() {
        return switch (tools.perform(new ToolCall.ListBookings(), business, customer, now)) {
            case ToolResult.Bookings(List<Booking> bookings) -> {
                bookings.forEach(booking -> touched.add(booking.id()));
                yield bookings;
            }
            default -> throw new IllegalStateException("a list was asked for");
        };
    }

    @Override
    public List<LogEntry> log() {
        bookings();
        return touched.stream()
                .flatMap(id -> store.log(business.project(), id).stream())
                .sorted(Comparator.comparing(LogEntry::at))
                .toList();
    }

    @Override
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
