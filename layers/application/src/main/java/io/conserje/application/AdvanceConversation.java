package io.conserje.application;

import io.conserje.application.Conversations.AlreadyHeard;
import io.conserje.application.Conversations.Committed;
import io.conserje.application.Conversations.Overtaken;
import io.conserje.application.NextTurn.Plan;
import io.conserje.application.NextTurn.Repeated;
import io.conserje.application.booking.Tools;
import io.conserje.engine.Effect;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.ConversationId;
import io.conserje.model.Filing;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final TemplateBook templates;
    private final KeepMedia keepMedia;
    private final NextTurn nextTurn;

    public AdvanceConversation(
            Conversations conversations,
            OutboundQueue outbound,
            Directory directory,
            TemplateBook templates,
            KeepMedia keepMedia,
            Channels channels,
            Words words,
            Tools tools) {
        this.conversations = conversations;
        this.outbound = outbound;
        this.directory = directory;
        this.templates = templates;
        this.keepMedia = keepMedia;
        this.nextTurn = new NextTurn(directory, channels, words, tools);
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
        List<Arrived> all = Arrived.apart(arrivals);
        for (int from = 0; from < all.size(); from += MESSAGES_A_TURN) {
            turn(all.subList(from, Math.min(all.size(), from + MESSAGES_A_TURN)), now, outcome);
        }
        return outcome;
    }

    private void turn(List<Arrived> arrived, Instant now, Outcome outcome) {
        Arrival last = arrived.getLast().arrival();
        ConversationId id = last.conversation();
        Set<MessageId> heard = new HashSet<>();
        Map<MessageId, Arrived> kept = new HashMap<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation before = conversations.load(last.project(), id);
            deliver(last, before);
            List<Arrived> fresh =
                    arrived.stream()
                            .filter(one -> !heard.contains(one.message().id()))
                            .map(one ->
                                    kept.computeIfAbsent(
                                            one.message().id(), key -> takeIn(one, now)))
                            .toList();
            if (fresh.isEmpty()) {
                return;
            }
            switch (nextTurn.plan(
                    fresh,
                    before,
                    messages -> conversations.heard(last.project(), id, messages),
                    now)) {
                case Repeated repeated -> heard.addAll(repeated.messages());
                case Plan plan -> {
                    if (isWritten(plan, last, heard)) {
                        outcome.turns().add(plan.turn());
                        plan.effects().forEach(effect -> note(effect, outcome));
                        return;
                    }
                }
            }
        }
        throw new Unavailable("conversation " + id + " changed under " + ATTEMPTS + " attempts");
    }

    private boolean isWritten(Plan plan, Arrival last, Set<MessageId> heard) {
        return switch (conversations.commit(plan.turn())) {
            case Committed done -> {
                deliver(last, plan.turn().after());
                yield true;
            }
            case AlreadyHeard already -> {
                heard.addAll(already.messages());
                yield false;
            }
            case Overtaken overtaken -> false;
        };
    }

    /** What must be done with a message before it is decided on. Doing it again is harmless. */
    private Arrived takeIn(Arrived one, Instant now) {
        Arrival arrival = one.arrival();
        return switch (one.message().content()) {
            case Content.Media media when media.filing() instanceof Filing.AtProvider ->
                    new Arrived(arrival, one.message().with(kept(media, arrival, now)));
            case Content.Edit edit
                    when edit.replacement() instanceof Content.Media media
                            && media.filing() instanceof Filing.AtProvider ->
                    new Arrived(
                            arrival,
                            one.message()
                                    .with(
                                            new Content.Edit(
                                                    edit.original(), kept(media, arrival, now))));
            case Content.TemplateNews news -> {
                templates.note(arrival.account(), news, one.message().sentAt());
                yield one;
            }
            default -> one;
        };
    }

    private Content kept(Content.Media media, Arrival arrival, Instant now) {
        Account account =
                directory
                        .account(arrival.account())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account "
                                                + arrival.account()
                                                + " is not in the directory"));
        return media.with(keepMedia.keep(media, account, arrival.receivedAt(), now));
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
}
