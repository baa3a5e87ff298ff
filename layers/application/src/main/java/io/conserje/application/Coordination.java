package io.conserje.application;

import io.conserje.engine.send.Gate;
import io.conserje.engine.send.Hold;
import io.conserje.engine.send.Initiative;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Capabilities;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * What all instances that send must agree on: how fast an account and a contact may be written to,
 * and whether an account's provider is down. Any method may throw {@link Unavailable}.
 */
public interface Coordination {

    /**
     * Takes a place for one message at each of its {@linkplain Gate gates}, now or not at all.
     * However many instances ask at the same moment, no more are admitted than the paces and caps
     * allow, and after an outage one at a time.
     */
    Admission admit(
            Account account,
            ConversationId to,
            Capabilities can,
            Initiative initiative,
            Instant now);

    sealed interface Admission {}

    /**
     * @param ailing whether the account has failed since it last worked, so that the end of this
     *     send must be told
     */
    record Admitted(boolean ailing) implements Admission {}

    record Held(Hold hold) implements Admission {}

    /** A send went well: the account's failures are forgotten. */
    void works(Account account);

    /**
     * A send went wrong in a way that says nothing about the message. Several in a row, and nothing
     * is let through for a while; then one message tries.
     *
     * @param reason for the operator
     */
    void fails(Account account, String reason, Instant now);

    /** The provider asked to send nothing of the account until then. */
    void holdAccount(Account account, Instant until);

    /** The provider asked to send nothing to this contact until then. */
    void holdContact(Account account, ConversationId to, Instant until);

    /** The accounts whose provider lets nothing through. */
    List<Outage> outages();

    /**
     * @param until when the next message may try
     */
    record Outage(
            ProjectId project, AccountRef account, Instant since, Instant until, String reason) {}
}
