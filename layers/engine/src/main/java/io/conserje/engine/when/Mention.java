package io.conserje.engine.when;

import java.util.Optional;

/**
 * One place in a text that tells when. A day and the time of that day are one mention.
 *
 * @param start where it begins in the text as the customer wrote it, in chars
 * @param end where it ends, exclusive
 * @param days empty when only a time is told
 * @param clock empty when only days are told
 * @param doubt why it cannot be taken as it is; with {@code Impossible} there are no days, with
 *     {@code Either} they are the likelier of the two
 */
public record Mention(
        int start,
        int end,
        Role role,
        Optional<Days> days,
        Optional<Clock> clock,
        Optional<Doubt> doubt) {

    /** The same, of other days that are beyond doubt. */
    public Mention on(Days these) {
        return new Mention(start, end, role, Optional.of(these), clock, Optional.empty());
    }

    /** The same, in doubt. */
    public Mention inDoubt(Doubt why) {
        return new Mention(start, end, role, days, clock, Optional.of(why));
    }

    /** What it is to the sentence, where the sentence tells. */
    public enum Role {
        /** Just when. */
        AT,
        /** Where something is moved away from: "the one on Tuesday", "cámbiame la del martes". */
        FROM,
        /** Where it is moved to: "to Friday", "al viernes", "para el viernes". */
        TO,
        /** What is not wanted: "el lunes no puedo", "not Monday". */
        NOT
    }
}
