package io.conserje.channel;

import java.time.Duration;

/**
 * How handing over one message ended: a closed vocabulary, so that the sender knows nothing of
 * providers.
 */
public sealed interface SendOutcome {

    /** The provider took the message and named it. */
    record Accepted(String providerId) implements SendOutcome {}

    /**
     * The provider did not take it, for a reason that passes: a limit, an outage, no connection.
     */
    record RetryLater(Duration after, String reason) implements SendOutcome {}

    /** The provider will never take it. */
    record Rejected(String reason) implements SendOutcome {}

    /**
     * The call may have arrived: it was written, and no answer to it was read. Never sent again
     * blindly.
     */
    record Unknown(String reason) implements SendOutcome {}
}
