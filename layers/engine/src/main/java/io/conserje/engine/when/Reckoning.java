package io.conserje.engine.when;

import java.time.ZonedDateTime;

/**
 * What a date is reckoned from.
 *
 * @param now at the business, in its zone
 * @param dayFirst whether 3/4 is the third of April, as against the fourth of March
 * @param asked what the last question was for, so that a bare "5" or "the 12th" is read as an
 *     answer to it
 */
public record Reckoning(ZonedDateTime now, boolean dayFirst, Asked asked) {

    public enum Asked {
        NOTHING,
        DAY,
        CLOCK
    }
}
