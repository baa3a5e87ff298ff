package io.conserje.channel.whatsappsession;

import io.conserje.model.Outgoing;
import java.time.Duration;

/** How long typing is shown: nobody writes at once, and nobody waits long for a bot. */
final class Typing {
    private static final long LEAST_MILLIS = 400;
    private static final long MOST_MILLIS = 4000;

    /** A quick typist has seven characters a second; this is four times as fast. */
    private static final long MILLIS_FOR_ONE = 35;

    private Typing() {}

    static Duration of(Outgoing content) {
        return Duration.ofMillis(
                Math.clamp(content.text().length() * MILLIS_FOR_ONE, LEAST_MILLIS, MOST_MILLIS));
    }
}
