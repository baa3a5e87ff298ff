package io.conserje.channel.whatsapp;

import java.util.Optional;

/** How one call ended, as far as the wire can tell. */
sealed interface Reply {

    record Answer(int status, Optional<String> retryAfter, String body) implements Reply {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** Not one byte of the request left. */
    record NeverSent(String reason) implements Reply {}

    /** The access token cannot stand in a header at all. */
    record NoToken() implements Reply {}

    /** The request may have arrived. */
    record NoAnswer(String reason) implements Reply {}
}
