package io.conserje.application;

import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Conversations, their messages and their outbox. Every write carries its condition; nothing is
 * checked first and written after. Any method may throw {@link Unavailable}.
 */
public interface Conversations {

    /** The conversation as it stands, read consistently. */
    Conversation load(ProjectId project, ConversationId conversation);

    /**
     * Those of these that took effect before, read consistently. Asked after {@link #load}, it
     * tells of each whether the state that was loaded may have it in it.
     */
    Set<MessageId> heard(
            ProjectId project, ConversationId conversation, Collection<MessageId> messages);

    /** Writes a turn whole or not at all. */
    Commit commit(Turn turn);

    sealed interface Commit {}

    record Committed() implements Commit {}

    /** Somebody else's turn came between: load again and decide again. */
    record Overtaken() implements Commit {}

    /** These messages took effect before, whoever repeats them: leave them out and decide again. */
    record AlreadyHeard(Set<MessageId> messages) implements Commit {}

    /** Empties the outbox of the turn with this version, unless a later turn has its own by now. */
    void clearOutbox(ProjectId project, ConversationId conversation, long version);

    /**
     * Takes a queued message for sending. Of any number that try, one gets {@link Claimed}.
     *
     * @param ruling why it may be sent, kept with it
     */
    Claim claim(ProjectId project, OutboundId message, Ruling ruling, Instant now);

    /** Takes over a message whose earlier attempt never told its end. */
    Claim takeOver(ProjectId project, InDoubt doubt, OutboundId message, Instant now);

    /**
     * Keeps with a queued message what was decided about it; a message that is refused is settled
     * by it.
     *
     * @return how the message stands; {@link Waiting} when the ruling was kept
     */
    Claim rule(ProjectId project, OutboundId message, Ruling ruling);

    sealed interface Claim {}

    /**
     * @param attempt counts from 1
     */
    record Claimed(int attempt) implements Claim {}

    /** It is queued. */
    record Waiting() implements Claim {}

    /** It was accepted, failed, refused or parked before; nothing is left to do. */
    record Settled(Status status) implements Claim {}

    /**
     * An earlier attempt began and nobody knows how it ended.
     *
     * @param doubts how often that has happened to this message, this time included
     * @param since when that was first noticed
     */
    record InDoubt(int attempt, int doubts, Instant since) implements Claim {}

    /** There is no such message. */
    record Missing() implements Claim {}

    /**
     * Keeps how an attempt ended. Never moves a message backwards: a receipt may have told more in
     * the meantime.
     *
     * @param to {@code SENDING} when the end is not known
     * @param providerId the provider's name of the message, when it took it
     */
    void settle(
            ProjectId project,
            OutboundId message,
            Status to,
            Ruling ruling,
            Optional<String> providerId);

    /** Gives up on a message, visibly. */
    void park(ProjectId project, OutboundId message, Ruling ruling);

    /**
     * Lets a message be sent that was given up. It begins anew; how often it was tried is kept.
     *
     * @param ruling why, kept with it; its rule is {@link Ruling#REPLAYED}
     * @return whether it is queued now, by this or from before
     */
    boolean unpark(ProjectId project, OutboundId message, Ruling ruling);

    /**
     * Ends a message that is parked or queued: it will not be sent.
     *
     * @param ruling why, kept with it
     * @return whether it is refused now, by this or from before
     */
    boolean discard(ProjectId project, OutboundId message, Ruling ruling);

    /**
     * Notes that the contact takes nothing of ours any more. The contact's next message undoes it.
     */
    void unreachable(ProjectId project, ConversationId conversation, Instant since);

    /**
     * Notes when unasked messages left.
     *
     * @param sent all that still count
     */
    void noticed(ProjectId project, ConversationId conversation, List<Instant> sent);

    /** A message of ours with all that is known of it; empty when there is none. */
    Optional<Explained> explain(ProjectId project, OutboundId message);

    /**
     * The messages of a project that failed or were parked, the latest first; those too that were
     * sent on their way again and have not been seen since.
     */
    List<OutboundId> troubles(ProjectId project, int most);

    /**
     * @param content as it was to be sent
     * @param rulings what was decided and what came of it, the oldest first; of each kind the last
     * @param receipts when the provider said what, the earliest first
     * @param failure why it failed after it was accepted, in the provider's words
     */
    record Explained(
            OutboundMessage content,
            Status status,
            int attempts,
            Optional<String> providerId,
            List<Ruling> rulings,
            Map<Status, Instant> receipts,
            Optional<String> failure) {
        public Explained {
            rulings = List.copyOf(rulings);
            receipts = new TreeMap<>(receipts);
        }

        /** Whether a person has sent it on its way again, and nothing has come of that yet. */
        public boolean isReplayed() {
            return status == Status.QUEUED
                    && !rulings.isEmpty()
                    && rulings.getLast().rule().equals(Ruling.REPLAYED);
        }
    }

    /**
     * Notes what a receipt tells; repeated and overtaken ones change nothing.
     *
     * @return the correlation of the message; empty when there is no such message
     */
    Optional<CorrelationId> record(ProjectId project, OutboundId message, Receipt receipt);

    /** Where a message of ours is, in the order it moves; it never goes back. */
    enum Status {
        QUEUED,
        SENDING,
        ACCEPTED,
        SENT,
        DELIVERED,
        READ,
        PLAYED,
        FAILED,
        PARKED,
        /** We decided not to send it. */
        REFUSED
    }
}
