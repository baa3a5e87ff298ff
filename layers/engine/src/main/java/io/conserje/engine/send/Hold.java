package io.conserje.engine.send;

import java.time.Instant;

/** Something outside of the message that lets nothing through for now. */
public record Hold(Kind kind, Instant until) {

    public enum Kind {
        /** The provider takes only so many messages of this account to this contact. */
        CONTACT_PACE,
        /** The provider takes only so many messages of this account. */
        ACCOUNT_PACE,
        /** The provider said that there were too many. */
        THROTTLED,
        /** The provider failed several times in a row; one message at a time tries again. */
        PROVIDER_DOWN
    }
}
