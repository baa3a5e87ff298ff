package io.conserje.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The provider's word on what became of a message of ours. Receipts repeat and overtake each other.
 *
 * @param providerId the provider's name of the message
 * @param message our name of it, when the provider gives back the one we sent along
 * @param failure why, in the provider's words, when {@link Progress#FAILED}
 */
public record Receipt(
        String providerId,
        Optional<OutboundId> message,
        Progress progress,
        Instant at,
        Optional<String> failure) {

    /** In the order in which a message makes them; only {@code FAILED} stands outside. */
    public enum Progress {
        SENT,
        DELIVERED,
        READ,
        PLAYED,
        FAILED
    }
}
