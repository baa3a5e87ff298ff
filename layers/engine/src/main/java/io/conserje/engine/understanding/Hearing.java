package io.conserje.engine.understanding;

import io.conserje.model.Language;
import java.time.ZonedDateTime;

/**
 * What a text is read in the light of.
 *
 * @param now at the business, in its zone
 * @param language the conversation's until now
 * @param asked what we last asked for: "Ana" is a name when a name was asked for
 */
public record Hearing(ZonedDateTime now, Language language, Asked asked) {

    /** What the last question was for. */
    public enum Asked {
        NOTHING,
        SERVICE,
        PROFESSIONAL,
        DAY,
        CLOCK,
        NAME,
        PARTY,
        /** Yes or no. */
        CONFIRMATION,
        /** One of several that we listed. */
        CHOICE
    }
}
