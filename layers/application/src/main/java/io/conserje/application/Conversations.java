package io.conserje.application;

import io.conserje.channel.SendOutcome;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations, their messages and their outbox. Every write carries its condition; nothing is
 * checked first and written after. Any method may throw {@link Unavailable}.
 */
public interface Conversations {

    /** The conversation as it stands, read consistently. */
    Conversation load(ProjectId project, ConversationId conversation);

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

    /** Takes a queued message for sending. Of any number that try, one gets {@link Claimed}. */
    Claim claim(ProjectId project, OutboundId message, Instant now);

    /** Takes over a message whose earlier attempt never told its end. */
    Claim takeOver(ProjectId project, InDoubt doubt, OutboundId message, Instant now);

    sealed interface Claim {}

    /**
     * @param attempt counts from 1
     */
    record Claimed(int attempt) implements Claim {}

    /** It was accepted, failed or parked before; nothing is left to do. */
    record Settled(Status status) implements Claim {}

    /** An earlier attempt began and nobody knows how it ended. */
    record InDoubt(int attempt, Instant since) implements Claim {}

    /** There is no such message. */
    record Missing() implements Claim {}

    /**
     * How an attempt ended. Never moves a message backwards: a receipt may have told more in the
     * meantime.
     */
    void settle(ProjectId project, OutboundId message, SendOutcome outcome, Instant now);

    /** Gives up on a message, visibly. */
    void park(ProjectId project, OutboundId message, String reason, Instant now);

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
        PARKED
    }
}
