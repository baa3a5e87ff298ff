package io.conserje.application;

import io.conserje.application.Conversations.AlreadyHeard;
import io.conserje.application.Conversations.Committed;
import io.conserje.application.Conversations.Overtaken;
import io.conserje.engine.Business;
import io.conserje.engine.Effect;
import io.conserje.engine.Engine;
import io.conserje.engine.Session;
import io.conserje.engine.Step;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides one turn of a conversation and makes it last: the messages take effect once, whoever
 * repeats them, and what was decided to be said reaches the queue even if a process dies between
 * the two.
 */
public final class AdvanceConversation {
    /**
     * More than the writers that can meet on one conversation; the queue lets one through at a
     * time.
     */
    private static final int ATTEMPTS = 5;

    /** A transaction holds 100 items (DynamoDB's limit); a message takes two. */
    private static final int MESSAGES_A_TURN = 40;

    private final Conversations conversations;
    private final OutboundQueue outbound;
    private final Directory directory;
    private final Channels channels;
    private final Words words;

    public AdvanceConversation(
            Conversations conversations,
            OutboundQueue outbound,
            Directory directory,
            Channels channels,
            Words words) {
        this.conversations = conversations;
        this.outbound = outbound;
        this.directory = directory;
        this.channels = channels;
        this.words = words;
    }

    /**
     * What became of it.
     *
     * @param turns those that were written now; none when all of it was a repetition
     * @param handOvers the hand-overs to a person among them
     */
    public record Outcome(List<Turn> turns, List<Effect.HandOver> handOvers) {}

    /**
     * Answers what arrived together, together.
     *
     * @param arrivals of one conversation, in their order
     * @throws Unavailable when a table or a queue does not answer; doing it again is safe
     */
    public Outcome advance(List<Arrival> arrivals, Instant now) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        List<Arrived> all = apart(arrivals);
        for (int from = 0; from < all.size(); from += MESSAGES_A_TURN) {
            turn(all.subList(from, Math.min(all.size(), from + MESSAGES_A_TURN)), now, outcome);
        }
        return outcome;
    }

    /** One message, with what is known of how it came. The same message in two arrivals is one. */
    private record Arrived(Arrival arrival, InboundMessage message) {}

    private static List<Arrived> apart(List<Arrival> arrivals) {
        Map<MessageId, Arrived> all = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            arrival.messages()
                    .forEach(message ->
                            all.putIfAbsent(message.id(), new Arrived(arrival, message)));
        }
        return List.copyOf(all.values());
    }

    private void turn(List<Arrived> arrived, Instant now, Outcome outcome) {
        Arrival last = arrived.getLast().arrival();
        ConversationId id = last.conversation();
        Set<MessageId> heard = new HashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation before = conversations.load(last.project(), id);
            deliver(last, before);
            List<Arrived> fresh =
                    arrived.stream().filter(one -> !heard.contains(one.message().id())).toList();
            if (fresh.isEmpty()) {
                return;
            }
            Step step = decide(last, before.session(), fresh, now);
            Turn turn = write(fresh, before, step, now);
            switch (conversations.commit(turn)) {
                case Committed done -> {
                    deliver(last, turn.after());
                    outcome.turns().add(turn);
                    step.effects().forEach(effect -> note(effect, outcome));
                    return;
                }
                case AlreadyHeard already -> heard.addAll(already.messages());
                case Overtaken overtaken -> {}
            }
        }
        throw new Unavailable("conversation " + id + " changed under " + ATTEMPTS + " attempts");
    }

    private static void note(Effect effect, Outcome outcome) {
        switch (effect) {
            case Effect.HandOver handOver -> outcome.handOvers().add(handOver);
            case Effect.Send send -> {}
        }
    }

    /**
     * Sends what an earlier turn, or this one, left in the outbox. A repetition is told by its id
     * further on.
     */
    private void deliver(Arrival arrival, Conversation conversation) {
        if (conversation.outbox().isEmpty()) {
            return;
        }
        outbound.send(conversation.outbox());
        conversations.clearOutbox(
                arrival.project(), arrival.conversation(), conversation.version());
    }

    /** What the provider says about the account itself is kept, and nobody is answered. */
    private Step decide(Arrival arrival, Session session, List<Arrived> fresh, Instant now) {
        if (arrival.contact().isEmpty()) {
            List<String> kept =
                    fresh.stream().map(one -> "keeps what concerns the account").toList();
            return new Step(session, List.of(), kept);
        }
        Business business =
                directory
                        .business(arrival.project())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "project '"
                                                + arrival.project()
                                                + "' has no profile in the directory: apply its file"));
        return new Engine(business, words.phrases(), words.lexicon())
                .step(session, fresh.stream().map(Arrived::message).toList(), now);
    }

    private Turn write(List<Arrived> fresh, Conversation before, Step step, Instant now) {
        Arrival last = fresh.getLast().arrival();
        List<Turn.Heard> inbound = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Arrived one = fresh.get(i);
            inbound.add(
                    new Turn.Heard(
                            one.message(),
                            step.rules().get(i),
                            one.arrival().correlation().value()));
        }
        long sequence = before.lastSequence() + inbound.size();
        List<OutboundMessage> out = new ArrayList<>();
        for (Outgoing part : parts(last, step)) {
            sequence++;
            Optional<MessageId> answers =
                    out.isEmpty() ? Optional.of(fresh.getLast().message().id()) : Optional.empty();
            out.add(outgoing(last, answers, part, sequence, now));
        }
        return new Turn(
                last.project(),
                last.conversation(),
                last.contact(),
                before,
                step.session(),
                inbound,
                out,
                now);
    }

    private List<Outgoing> parts(Arrival arrival, Step step) {
        return step.effects().stream()
                .flatMap(effect ->
                        effect instanceof Effect.Send send
                                ? channels.of(arrival.account()).fit(send.content()).stream()
                                : List.<Outgoing>of().stream())
                .toList();
    }

    private static OutboundMessage outgoing(
            Arrival arrival,
            Optional<MessageId> answers,
            Outgoing content,
            long sequence,
            Instant now) {
        Contact to = arrival.contact().orElseThrow();
        return new OutboundMessage(
                new OutboundId(arrival.conversation(), sequence),
                arrival.project(),
                arrival.account(),
                to,
                answers,
                content,
                arrival.correlation(),
                now);
    }
}
