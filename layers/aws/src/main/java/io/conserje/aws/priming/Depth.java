package io.conserje.aws.priming;

import io.conserje.aws.Env;
import java.util.Arrays;
import java.util.Locale;

/** How much is done before a snapshot: the variable {@code PRIMING}. */
public enum Depth {
    /** Nothing: to measure what the rest is worth, or should it ever stand in the way. */
    NONE,
    /** What the SDK offers for it. */
    SDK,
    /** The function's events against stand-ins; nobody outside is called. */
    REHEARSED,
    /** That, and calls of the services that have no effect. The default. */
    FULL;

    static Depth of(Env env) {
        String word = env.get("PRIMING").orElse("full");
        return Arrays.stream(values())
                .filter(depth -> depth.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "PRIMING is '"
                                        + word
                                        + "': give one of none, sdk, rehearsed, full"));
    }
}
