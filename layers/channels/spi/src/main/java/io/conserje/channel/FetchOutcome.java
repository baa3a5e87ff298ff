package io.conserje.channel;

import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;

/** How asking the provider for a customer's file ended. */
public sealed interface FetchOutcome {

    /**
     * @param bytes to be closed by who reads it; reading may throw an {@link java.io.IOException}
     *     when the connection breaks or is too slow
     * @param length as the provider declares it; not to be believed
     */
    record Found(InputStream bytes, OptionalLong length) implements FetchOutcome {}

    /** Not now, for a reason that passes. */
    record NotNow(Duration after, String reason) implements FetchOutcome {}

    /** The provider says that it is larger than it gives out, or larger than the channel takes. */
    record TooLarge(String reason) implements FetchOutcome {}

    /** The provider does not have it, or will never give it to us. */
    record Gone(String reason) implements FetchOutcome {}
}
