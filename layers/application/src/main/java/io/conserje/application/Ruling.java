package io.conserje.application;

import io.conserje.engine.Bilingual;
import java.time.Instant;

/**
 * A decision about a message of ours, as it is kept with it for whoever asks why.
 *
 * @param rule the name of the rule that decided, or of what happened
 * @param why for people, in both languages
 */
public record Ruling(Kind kind, String rule, Bilingual why, Instant at) {
    /** A person sent it on its way again. */
    public static final String REPLAYED = "sent on its way again";

    public enum Kind {
        SEND,
        TEMPLATE,
        WAIT,
        REFUSE,
        /** What came of the send. */
        OUTCOME
    }
}
