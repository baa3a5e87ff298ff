package io.conserje.application.audit;

import io.conserje.model.ConversationId;
import java.util.Optional;

/**
 * One promise that was not kept.
 *
 * @param what happened, with the ids that it happened to
 */
public record Violation(Promise promise, Optional<ConversationId> conversation, String what) {

    /** What is promised. */
    public enum Promise {
        /** What was acknowledged took effect, or is kept for a person. */
        NOTHING_LOST,
        /** No message takes effect twice, none of ours is taken twice. */
        NOTHING_DOUBLED,
        /** A conversation is heard and answered in its order. */
        IN_ORDER,
        /** Every message of ours has one end, and it is the true one. */
        ONE_END,
        /** Nothing waits for something that will not come, or belongs to nothing. */
        NO_ORPHAN,
        /** No time is booked twice, and what is booked is the same wherever it stands. */
        BOOKED_ONCE
    }
}
