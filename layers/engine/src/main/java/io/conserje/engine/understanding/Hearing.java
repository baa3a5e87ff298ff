package io.conserje.engine.understanding;

import io.conserje.engine.when.Days;
import io.conserje.model.Language;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What a text is read in the light of.
 *
 * @param now at the business, in its zone
 * @param language the conversation's until now
 * @param about the days that are talked about, in whose light "Thursday" or "the 26th" is read
 * @param asked what we last asked for: "Ana" is a name when a name was asked for
 */
public record Hearing(ZonedDateTime now, Language language, Optional<Days> about, Asked asked) {

    public Hearing(ZonedDateTime now, Language language, Asked asked) {
        this(now, language, Optional.empty(), asked);
    }

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
