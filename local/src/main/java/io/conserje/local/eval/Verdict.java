package io.conserje.local.eval;

import io.conserje.model.Language;
import java.util.Locale;

/**
 * What came of a case.
 *
 * @param said the sentence, or what was said in the dialogue
 * @param turns how often the customer wrote
 */
public record Verdict(
        Kind kind,
        Language language,
        Part part,
        String id,
        boolean right,
        String expected,
        String got,
        String said,
        int turns) {

    /** What a case is of. */
    public enum Kind {
        INTENTS,
        TIMES,
        DIALOGUES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
