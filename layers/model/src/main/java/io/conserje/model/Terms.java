package io.conserje.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * On which terms a message may be sent.
 *
 * @param urgentUntil until then it may disturb quiet hours
 * @param expiresAt from then on it is better not sent at all
 * @param fallback what to send in its place when the provider takes nothing but templates
 */
public record Terms(
        Purpose purpose,
        Optional<Instant> urgentUntil,
        Optional<Instant> expiresAt,
        Optional<TemplateUse> fallback) {

    /** Somebody who has just written waits for the answer, at whatever hour. */
    private static final Duration ANSWER_IS_URGENT = Duration.ofHours(1);

    /** A day later the customer has helped themselves, and a bot that answers then looks broken. */
    private static final Duration ANSWER_IS_WANTED = Duration.ofHours(24);

    /** Why we write. */
    public enum Purpose {
        /** The customer wrote first. */
        ANSWER,
        /** The one sentence that tells who asked us to stop that we did. */
        STOP_CONFIRMATION,
        /** About something that the customer has with the business: a reminder. */
        NOTICE,
        /** Only for who has agreed to it. */
        MARKETING
    }

    public static Terms answer(Instant now) {
        return answering(Purpose.ANSWER, now);
    }

    public static Terms stopConfirmation(Instant now) {
        return answering(Purpose.STOP_CONFIRMATION, now);
    }

    private static Terms answering(Purpose purpose, Instant now) {
        return new Terms(
                purpose,
                Optional.of(now.plus(ANSWER_IS_URGENT)),
                Optional.of(now.plus(ANSWER_IS_WANTED)),
                Optional.empty());
    }

    /** Whether we began, as against answering. */
    public boolean isUnasked() {
        return switch (purpose) {
            case ANSWER, STOP_CONFIRMATION -> false;
            case NOTICE, MARKETING -> true;
        };
    }
}
