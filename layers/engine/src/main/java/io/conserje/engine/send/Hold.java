package io.conserje.engine.send;

import java.time.Instant;

/** Something outside of the message that lets nothing through for now. */
public record Hold(Kind kind, Instant until) {

    public enum Kind {
        /** The provider takes only so many messages of this account to this contact. */
        CONTACT_PACE,
        /** The provider takes only so many messages of this account. */
        ACCOUNT_PACE,
        /** As many messages of this account have left as may in a day. */
        DAY_CAP,
        /** As many of them as may that nobody asked for. */
        UNASKED_CAP,
        /** As many of them as may to contacts who never wrote. */
        FIRSTS_CAP,
        /** The provider said that there were too many. */
        THROTTLED,
        /** The provider failed several times in a row; one message at a time tries again. */
        PROVIDER_DOWN;

        /** Whether it lasts for hours, in which the contact's later messages do not wait for it. */
        boolean isLong() {
            return switch (this) {
                case DAY_CAP, UNASKED_CAP, FIRSTS_CAP -> true;
                case CONTACT_PACE, ACCOUNT_PACE, THROTTLED, PROVIDER_DOWN -> false;
            };
        }
    }
}
