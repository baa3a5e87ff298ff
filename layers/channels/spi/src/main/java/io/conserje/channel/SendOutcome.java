package io.conserje.channel;

import java.time.Duration;

/**
 * How handing over one message ended: a closed vocabulary, so that the sender knows nothing of
 * providers. What each means for the queue, the message and the contact stands in one place, {@code
 * Consequence} of the application.
 */
public sealed interface SendOutcome {

    /**
     * The provider took the message. Whether it arrives at the contact, its receipts tell.
     *
     * @param providerId the provider's name of the message; not blank
     */
    record Accepted(String providerId) implements SendOutcome {}

    /**
     * The provider did not take it and says nothing about the message: an outage, no connection, an
     * account that a person has to mend. Counts against the account's circuit breaker.
     *
     * @param after how long it takes to be worth another try; more than nothing
     */
    record RetryLater(Duration after, String reason) implements SendOutcome {}

    /**
     * The provider did not take it, because there were too many.
     *
     * @param after as the provider says it, or what its documentation says; more than nothing
     */
    record Throttled(Duration after, Scope scope, String reason) implements SendOutcome {}

    /** What is limited. */
    enum Scope {
        /** Messages of this account to this contact. */
        CONTACT,
        /** Messages of this account. */
        ACCOUNT
    }

    /**
     * The provider will never take this message; another message might do.
     *
     * @param reason in the provider's words, without the message's own and without the contact's
     *     address
     */
    record Rejected(String reason) implements SendOutcome {}

    /**
     * The contact takes no message of this account any more: blocked it, left, closed theirs. Until
     * the contact writes again, nothing is sent.
     */
    record ContactStopped(String reason) implements SendOutcome {}

    /**
     * The call may have arrived: it was written, and no answer to it was read. Never sent again
     * blindly.
     */
    record Unknown(String reason) implements SendOutcome {}
}
