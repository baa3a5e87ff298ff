package io.conserje.channel.http;

import java.util.Optional;

/** How one call ended, as far as the wire can tell. */
public sealed interface Reply {

    record Answer(int status, Optional<String> retryAfter, String body) implements Reply {
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** Not one byte of the request left. */
    record NeverSent(String reason) implements Reply {}

    /** The request may have arrived. */
    record NoAnswer(String reason) implements Reply {}
}
