package io.conserje.application;

import io.conserje.engine.Bilingual;
import io.conserje.engine.PhraseBook;
import io.conserje.engine.send.Decision;
import io.conserje.engine.send.Reason;
import io.conserje.model.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts decisions and outcomes into words. */
final class Rulings {
    private static final Pattern NUMBER = Pattern.compile(" [0-9]+$");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");

    private final PhraseBook reasons;

    Rulings(PhraseBook reasons) {
        this.reasons = reasons;
    }

    Ruling of(Decision decision, Instant now) {
        Ruling.Kind kind =
                switch (decision) {
                    case Decision.Send send -> Ruling.Kind.SEND;
                    case Decision.UseTemplate use -> Ruling.Kind.TEMPLATE;
                    case Decision.Wait wait -> Ruling.Kind.WAIT;
                    case Decision.Refuse refuse -> Ruling.Kind.REFUSE;
                };
        return new Ruling(kind, decision.rule(), words(decision.reason()), now);
    }

    /**
     * @param what a few words for what happened
     * @param why the provider's words, which exist in one language only
     */
    Ruling outcome(String what, String key, String why, int attempts, Instant now) {
        Reason reason = new Reason(key, Map.of("why", why, "attempts", Integer.toString(attempts)));
        return new Ruling(Ruling.Kind.OUTCOME, what, words(reason), now);
    }

    private Bilingual words(Reason reason) {
        return new Bilingual(words(Language.ES, reason), words(Language.EN, reason));
    }

    private String words(Language language, Reason reason) {
        Map<String, String> names = new HashMap<>(reason.names());
        names.computeIfPresent("field", (name, field) -> field(language, field));
        return reasons.say(language, reason.key(), names);
    }

    /** {@code title of option 2} is kept under {@code field.title-of-option}. */
    private String field(Language language, String field) {
        String number = NOT_A_DIGIT.matcher(field).replaceAll("");
        String name = NUMBER.matcher(field).replaceAll("").replace(' ', '-');
        return reasons.say(language, "field." + name, Map.of("n", number));
    }
}
