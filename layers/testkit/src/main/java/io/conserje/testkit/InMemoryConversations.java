package io.conserje.testkit;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations;
import io.conserje.application.Ruling;
import io.conserje.application.Turn;
import io.conserje.engine.send.Standing;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Conversations in a map, which keep the port's contract and forget when the test ends. */
public final class InMemoryConversations implements Conversations {
    private final Map<Key, Conversation> states = new HashMap<>();
    private final Map<Key, Transcript> transcripts = new HashMap<>();
    private final Map<MessageKey, SentMessage> messages = new HashMap<>();
    private final Map<Moment, Deque<Runnable>> interruptions = new EnumMap<>(Moment.class);

    private static final Set<Status> TROUBLES = EnumSet.of(Status.FAILED, Status.PARKED);
    private static final Set<Status> ENDABLE = EnumSet.of(Status.PARKED, Status.QUEUED);

    /** When something may come between. */
    public enum Moment {
        BEFORE_COMMIT,
        BEFORE_CLEARING_THE_OUTBOX,
        BEFORE_SETTLING
    }

    private record Key(ProjectId project, ConversationId conversation) {}

    private record MessageKey(ProjectId project, OutboundId message) {}

    @Override
    public synchronized Conversation load(ProjectId project, ConversationId conversation) {
        return states.getOrDefault(new Key(project, conversation), Conversation.fresh());
    }

    @Override
    public synchronized Set<MessageId> heard(
            ProjectId project, ConversationId conversation, Collection<MessageId> messages) {
        Set<MessageId> heard = new HashSet<>(messages);
        heard.retainAll(transcript(project, conversation).ids());
        return heard;
    }

    @Override
    public synchronized Commit commit(Turn turn) {
        interrupt(Moment.BEFORE_COMMIT);
        return writeBetween(turn);
    }

    /** Writes a turn that nothing interrupts, for the one who interrupts another's. */
    public synchronized Commit writeBetween(Turn turn) {
        Key key = new Key(turn.project(), turn.conversation());
        Set<MessageId> repeated = repeated(key, turn);
        if (!repeated.isEmpty()) {
            return new AlreadyHeard(repeated);
        }
        if (load(turn.project(), turn.conversation()).version() != turn.before().version()) {
            return new Overtaken();
        }
        Standing learnt = turn.after().standing();
        List<Instant> notices = load(turn.project(), turn.conversation()).standing().notices();
        states.put(key, with(turn.after(), learnt.withNotices(notices), turn.outbound()));
        transcripts.put(key, transcript(turn.project(), turn.conversation()).with(turn));
        turn.outbound()
                .forEach(message ->
                        messages.put(
                                new MessageKey(turn.project(), message.id()),
                                SentMessage.queued(message)));
        return new Committed();
    }

    private Set<MessageId> repeated(Key key, Turn turn) {
        return heard(
                key.project(),
                key.conversation(),
                turn.inbound().stream().map(heard -> heard.message().id()).toList());
    }

    @Override
    public synchronized void clearOutbox(
            ProjectId project, ConversationId conversation, long version) {
        interrupt(Moment.BEFORE_CLEARING_THE_OUTBOX);
        states.computeIfPresent(
                new Key(project, conversation),
                (key, state) ->
                        state.version() == version
                                ? with(state, state.standing(), List.of())
                                : state);
    }

    private static Conversation with(
            Conversation state, Standing standing, List<OutboundMessage> outbox) {
        return new Conversation(
                state.version(), state.lastSequence(), state.session(), standing, outbox);
    }

    @Override
    public synchronized Claim claim(
            ProjectId project, OutboundId message, Ruling ruling, Instant now) {
        return find(project, message)
                .map(kept ->
                        kept.status() == Status.QUEUED
                                ? begin(project, kept.ruled(ruling), kept.doubts())
                                : stands(project, kept, now))
                .orElseGet(Missing::new);
    }

    @Override
    public synchronized Claim takeOver(
            ProjectId project, InDoubt doubt, OutboundId message, Instant now) {
        return find(project, message)
                .map(kept ->
                        kept.isSending() && kept.attempt() == doubt.attempt()
                                ? begin(project, kept, doubt.doubts())
                                : stands(project, kept, now))
                .orElseGet(Missing::new);
    }

    private Claim stands(ProjectId project, SentMessage kept, Instant now) {
        keep(project, kept.noticed(now));
        return kept.noticed(now).standing();
    }

    private Claim begin(ProjectId project, SentMessage kept, int doubts) {
        SentMessage begun = kept.begun(doubts);
        keep(project, begun);
        return new Claimed(begun.attempt());
    }

    @Override
    public synchronized Claim rule(ProjectId project, OutboundId message, Ruling ruling) {
        find(project, message)
                .filter(kept -> kept.status() == Status.QUEUED)
                .map(kept -> ruling.kind() == Ruling.Kind.REFUSE ? kept.as(Status.REFUSED) : kept)
                .ifPresent(kept -> keep(project, kept.ruled(ruling)));
        return find(project, message)
                .map(kept -> stands(project, kept, ruling.at()))
                .orElseGet(Missing::new);
    }

    @Override
    public synchronized void settle(
            ProjectId project,
            OutboundId message,
            Status to,
            Ruling ruling,
            Optional<String> providerId) {
        interrupt(Moment.BEFORE_SETTLING);
        find(project, message)
                .map(kept ->
                        kept.isSending() ? kept.as(to).noticed(ruling.at()).ruled(ruling) : kept)
                .ifPresent(kept -> keep(project, kept.named(providerId)));
    }

    @Override
    public synchronized void park(ProjectId project, OutboundId message, Ruling ruling) {
        find(project, message)
                .filter(SentMessage::isUnfinished)
                .ifPresent(kept -> keep(project, kept.as(Status.PARKED).ruled(ruling)));
    }

    @Override
    public synchronized boolean unpark(ProjectId project, OutboundId message, Ruling ruling) {
        find(project, message)
                .filter(kept -> kept.status() == Status.PARKED)
                .ifPresent(kept -> keep(project, kept.afresh().ruled(ruling)));
        return isNow(Status.QUEUED, project, message);
    }

    @Override
    public synchronized boolean discard(ProjectId project, OutboundId message, Ruling ruling) {
        find(project, message)
                .filter(kept -> ENDABLE.contains(kept.status()))
                .ifPresent(kept -> keep(project, kept.as(Status.REFUSED).ruled(ruling)));
        return isNow(Status.REFUSED, project, message);
    }

    private boolean isNow(Status status, ProjectId project, OutboundId message) {
        return find(project, message).filter(kept -> kept.status() == status).isPresent();
    }

    @Override
    public synchronized void unreachable(
            ProjectId project, ConversationId conversation, Instant since) {
        learn(project, conversation, standing -> standing.withUnreachableSince(Optional.of(since)));
    }

    @Override
    public synchronized void noticed(
            ProjectId project, ConversationId conversation, List<Instant> sent) {
        learn(project, conversation, standing -> standing.withNotices(sent));
    }

    private void learn(
            ProjectId project, ConversationId conversation, UnaryOperator<Standing> more) {
        states.computeIfPresent(
                new Key(project, conversation),
                (key, state) -> with(state, more.apply(state.standing()), state.outbox()));
    }

    @Override
    public synchronized Optional<Explained> explain(ProjectId project, OutboundId message) {
        return find(project, message).map(SentMessage::explained);
    }

    @Override
    public synchronized List<OutboundId> troubles(ProjectId project, int most) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().project().equals(project))
                .filter(entry ->
                        TROUBLES.contains(entry.getValue().status())
                                || entry.getValue().explained().isReplayed())
                .map(entry -> entry.getKey().message())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<CorrelationId> record(
            ProjectId project, OutboundId message, Receipt receipt) {
        Optional<SentMessage> found = find(project, message);
        found.ifPresent(kept -> keep(project, kept.told(receipt)));
        return found.map(kept -> kept.message().correlation());
    }

    /**
     * Has something happen once at the next such moment: another's write, or an error where the
     * process dies.
     */
    public synchronized void interruptOnce(Moment moment, Runnable interruption) {
        interruptions.computeIfAbsent(moment, at -> new ArrayDeque<>()).add(interruption);
    }

    private void interrupt(Moment moment) {
        Runnable interruption =
                interruptions.computeIfAbsent(moment, at -> new ArrayDeque<>()).poll();
        if (interruption != null) {
            interruption.run();
        }
    }

    /** Where a message of ours is now. */
    public synchronized Status status(OutboundMessage message) {
        return find(message.project(), message.id()).orElseThrow().status();
    }

    /** What was last decided about a message of ours, or came of it, as an operator reads it. */
    public synchronized String reason(OutboundMessage message) {
        List<Ruling> rulings =
                find(message.project(), message.id()).orElseThrow().explained().rulings();
        return rulings.isEmpty() ? "" : rulings.getLast().why().en();
    }

    /** Everything that was heard and said, in its order. */
    public synchronized Transcript transcript(ProjectId project, ConversationId conversation) {
        return transcripts.getOrDefault(new Key(project, conversation), Transcript.empty());
    }

    private Optional<SentMessage> find(ProjectId project, OutboundId message) {
        return Optional.ofNullable(messages.get(new MessageKey(project, message)));
    }

    private void keep(ProjectId project, SentMessage message) {
        messages.put(new MessageKey(project, message.message().id()), message);
    }
}
