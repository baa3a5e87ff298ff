package io.conserje.application;

import io.conserje.application.booking.Tools;
import io.conserje.engine.Business;
import io.conserje.engine.Effect;
import io.conserje.engine.Engine;
import io.conserje.engine.Progress;
import io.conserje.engine.Step;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.fit.Fit;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.Capabilities;
import io.conserje.model.Contact;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the engine decide what the messages call for, and puts it into what is to be written. */
final class NextTurn {
    private final Directory directory;
    private final Channels channels;

    /** A turn of forty messages, each of which changes something, needs fewer. */
    private static final int MOST_CALLS = 200;

    private final Engines engines;
    private final Tools tools;

    NextTurn(Directory directory, Channels channels, Words words, Tools tools) {
        this.directory = directory;
        this.channels = channels;
        this.engines = new Engines(words);
        this.tools = tools;
    }

    /** What it is about to do. */
    sealed interface Planned {}

    /**
     * @param effects those that the engine wants done
     */
    record Plan(Turn turn, List<Effect> effects) implements Planned {}

    /** These took effect before; nothing was done for them again. */
    record Repeated(Set<MessageId> messages) implements Planned, Decision {}

    private sealed interface Decision {}

    private record Decided(Step step) implements Decision {}

    /** Tells which messages took effect before. */
    interface Heard {
        Set<MessageId> among(List<MessageId> messages);
    }

    /**
     * @param fresh at least one, of one conversation
     * @param before read before it is asked what was heard
     */
    Planned plan(List<Arrived> fresh, Conversation before, Heard heardBefore, Instant now) {
        return switch (decide(fresh, before, heardBefore, now)) {
            case Repeated repeated -> repeated;
            case Decided(Step step) -> planned(fresh, before, step, now);
        };
    }

    private Plan planned(List<Arrived> fresh, Conversation before, Step step, Instant now) {
        Arrival last = fresh.getLast().arrival();
        Turn turn =
                new Turn(
                        last.project(),
                        last.conversation(),
                        last.contact(),
                        before,
                        step.session(),
                        Noted.of(before.standing(), step.session(), fresh),
                        heard(fresh, step),
                        outbound(fresh, before, step, now),
                        now);
        return new Plan(turn, step.effects());
    }

    /** What the provider says about the account itself is kept, and nobody is answered. */
    private Decision decide(
            List<Arrived> fresh, Conversation before, Heard heardBefore, Instant now) {
        Arrival arrival = fresh.getLast().arrival();
        if (arrival.contact().isEmpty()) {
            List<String> kept =
                    fresh.stream().map(one -> "keeps what concerns the account").toList();
            return new Decided(new Step(before.session(), List.of(), kept));
        }
        Business business =
                directory
                        .business(arrival.project())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "project '"
                                                + arrival.project()
                                                + "' has no profile in the directory: apply its file"));
        List<InboundMessage> messages = fresh.stream().map(Arrived::message).toList();
        Engine.Deciding deciding = engines.of(business).begin(before.session(), messages, now);
        List<ToolResult> answers = new ArrayList<>();
        boolean sureToBeNew = false;
        while (answers.size() < MOST_CALLS) {
            Progress progress = deciding.with(answers);
            if (progress instanceof Progress.Asks(ToolCall.Change change, Language language)
                    && !sureToBeNew) {
                // Decided on again, on what they brought about, they would bring about more.
                Set<MessageId> repeated =
                        heardBefore.among(messages.stream().map(InboundMessage::id).toList());
                if (!repeated.isEmpty()) {
                    return new Repeated(repeated);
                }
                sureToBeNew = true;
            }
            switch (progress) {
                case Step step -> {
                    return new Decided(step);
                }
                case Progress.Asks(ToolCall call, Language language) ->
                        answers.add(
                                tools.perform(call, business, customer(arrival, language), now));
            }
        }
        throw new IllegalStateException("a turn asked for more than " + MOST_CALLS + " things");
    }

    private static Customer customer(Arrival arrival, Language language) {
        return new Customer(
                arrival.account(),
                arrival.contact().orElseThrow(),
                arrival.conversation(),
                language);
    }

    private static List<Turn.Heard> heard(List<Arrived> fresh, Step step) {
        List<Turn.Heard> heard = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Arrived one = fresh.get(i);
            heard.add(
                    new Turn.Heard(
                            one.message(),
                            step.rules().get(i),
                            one.arrival().correlation().value()));
        }
        return heard;
    }

    /** One part of what is said. */
    private record Part(Outgoing content, Terms terms) {}

    private List<OutboundMessage> outbound(
            List<Arrived> fresh, Conversation before, Step step, Instant now) {
        Arrival last = fresh.getLast().arrival();
        long sequence = before.lastSequence() + fresh.size();
        List<OutboundMessage> out = new ArrayList<>();
        for (Part part : parts(last, step)) {
            sequence++;
            Optional<MessageId> answers =
                    out.isEmpty() && !part.terms().isUnasked()
                            ? Optional.of(fresh.getLast().message().id())
                            : Optional.empty();
            out.add(outgoing(last, answers, part, sequence, now));
        }
        return out;
    }

    private List<Part> parts(Arrival arrival, Step step) {
        List<Effect.Send> sends =
                step.effects().stream()
                        .filter(Effect.Send.class::isInstance)
                        .map(Effect.Send.class::cast)
                        .toList();
        if (sends.isEmpty()) {
            return List.of();
        }
        Capabilities can = capabilities(arrival);
        return sends.stream()
                .flatMap(send ->
                        Fit.fit(send.content(), can).stream()
                                .map(content -> new Part(content, send.terms())))
                .toList();
    }

    private Capabilities capabilities(Arrival arrival) {
        Account account =
                directory
                        .account(arrival.account())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account "
                                                + arrival.account()
                                                + " is not in the directory: apply the project's file"));
        return channels.of(arrival.account()).capabilities(account);
    }

    private static OutboundMessage outgoing(
            Arrival arrival, Optional<MessageId> answers, Part part, long sequence, Instant now) {
        Contact to = arrival.contact().orElseThrow();
        return new OutboundMessage(
                new OutboundId(arrival.conversation(), sequence),
                arrival.project(),
                arrival.account(),
                to,
                answers,
                part.content(),
                part.terms(),
                arrival.correlation(),
                now);
    }
}
