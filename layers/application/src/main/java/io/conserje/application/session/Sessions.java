package io.conserje.application.session;

import io.conserje.application.Unavailable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The sessions, as an operator sees them. */
public interface Sessions {

    /**
     * Empty for a session that never ran.
     *
     * @throws Unavailable when the table does not answer
     */
    Optional<SessionState> state(String session);

    /**
     * All that ever ran, by their names.
     *
     * @throws Unavailable when the table does not answer
     */
    Map<String, SessionState> all();

    /**
     * Asks for something. A newer wish takes the place of one that was not taken up yet.
     *
     * @throws Unavailable when the table does not answer; doing it again is safe
     */
    void wish(String session, Wish wish, Instant now);

    /**
     * @param id by which {@link SessionState#wish} tells that it was taken up
     */
    record Wish(String id, Kind kind, Optional<String> phone) {
        public Wish {
            if (kind == Kind.PAIR_CODE && phone.filter(it -> it.matches("\\d{6,15}")).isEmpty()) {
                throw new IllegalArgumentException(
                        "phone: pairing by code needs the number, digits only, with the country"
                                + " code");
            }
        }
    }

    enum Kind {
        /** Show a QR. */
        PAIR_QR("pair-qr"),
        /** Show a code for a number's phone. */
        PAIR_CODE("pair-code"),
        /** Take the device off the number. */
        LOGOUT("logout"),
        /** Throw away what is stored and begin anew. */
        FORGET("forget");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
