package io.conserje.application;

import io.conserje.application.Conversations.Explained;
import io.conserje.application.Conversations.Status;
import io.conserje.application.DeferralQueue.Deferral;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;

/** Messages of ours that were given up, and what a person has become of them. */
public final class ParkedMessages {
    private final Conversations conversations;
    private final OutboundQueue outbound;
    private final Rulings rulings;

    public ParkedMessages(Conversations conversations, OutboundQueue outbound, Words words) {
        this.conversations = conversations;
        this.outbound = outbound;
        this.rulings = new Rulings(words.reasons());
    }

    /** The oldest first; those too that are on their way again and have not been seen since. */
    public List<Explained> list(ProjectId project, int most) {
        return conversations.troubles(project, most).reversed().stream()
                .flatMap(id -> conversations.explain(project, id).stream())
                .filter(one -> one.status() == Status.PARKED || one.isReplayed())
                .toList();
    }

    /**
     * Lets it be sent again; {@link #send} has it sent. A process that dies between the two leaves
     * it in {@link #list}.
     *
     * @return whether it waits to be sent; else it had ended, is being sent, or is not known
     * @throws Unavailable when a table does not answer; doing it again is safe
     */
    public boolean reopen(ProjectId project, OutboundId id, Instant now) {
        return conversations.unpark(
                project, id, rulings.outcome(Ruling.REPLAYED, "replayed", "", 0, now));
    }

    /**
     * Twice is harmless: whoever takes it from the queue claims it first.
     *
     * @throws Unavailable when a queue does not answer; doing it again is safe
     */
    public void send(OutboundMessage message, Instant now) {
        outbound.again(new Deferral(message, now), now);
    }

    /**
     * @param why in the words of who decided it
     * @return whether it will not be sent; else it is being sent, or was
     * @throws Unavailable when a table does not answer; doing it again is safe
     */
    public boolean discard(ProjectId project, OutboundId id, String why, Instant now) {
        return conversations.discard(
                project, id, rulings.outcome("discarded", "discarded", why, 0, now));
    }
}
