package io.conserje.application.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a session tells of itself ({@code whatsapp-session/CONTRACT.md}).
 *
 * @param since when it came into this state
 * @param seen when it last told anything; a session that lives tells something every ten seconds
 * @param fence of the writer; grows with every process that takes the session over
 * @param phone the number, digits only, once it is paired
 * @param qr to be scanned
 * @param code to be typed on the phone
 * @param restrictedUntil nobody new may be written to before
 * @param wish the last one that was taken up
 */
public record SessionState(
        State state,
        Instant since,
        Instant seen,
        long fence,
        Optional<String> phone,
        Optional<Shown> qr,
        Optional<Shown> code,
        Optional<String> lastError,
        Optional<Instant> restrictedUntil,
        Optional<String> wish,
        Map<String, Long> counts) {
    /** It says something every ten seconds: this is three times nothing, and some patience. */
    private static final Duration SILENT = Duration.ofSeconds(40);

    public SessionState {
        counts = Map.copyOf(counts);
    }

    /** Whether it tells nothing any more: nobody holds it. */
    public boolean isSilent(Instant now) {
        return seen.plus(SILENT).isBefore(now);
    }

    /** Whether messages go in and out, and all that are sent. */
    public boolean isWell(Instant now) {
        return state == State.OPEN && !isSilent(now);
    }

    /** Something that links a device, for as long as it does. */
    public record Shown(String text, Instant expires) {}

    /** In the words of the contract, upper case. */
    public enum State {
        STARTING,
        /** Not linked, and nobody asked for it. */
        IDLE,
        PAIRING,
        /** WhatsApp wants a passkey, which only its own clients can give. */
        PASSKEY_REQUIRED,
        CONNECTING,
        OPEN,
        /** Open, and nobody new may be written to. */
        RESTRICTED,
        LOGGED_OUT,
        BANNED,
        OUTDATED,
        REPLACED,
        /** A word that this release does not know. */
        UNKNOWN;

        public static State of(String word) {
            for (State state : values()) {
                if (state.word().equals(word)) {
                    return state;
                }
            }
            return UNKNOWN;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether messages go in and out. */
        public boolean isConnected() {
            return this == OPEN || this == RESTRICTED;
        }
    }
}
