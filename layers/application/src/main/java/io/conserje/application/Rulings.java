package io.conserje.application;

import io.conserje.engine.Bilingual;
import io.conserje.engine.PhraseBook;
import io.conserje.engine.send.Decision;
import io.conserje.engine.send.Reason;
import io.conserje.model.Language;
import java.time.Instant;
import java.util.Map;

/** Puts decisions and outcomes into words. */
final class Rulings {
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
        return new Bilingual(
                reasons.say(Language.ES, reason.key(), reason.names()),
                reasons.say(Language.EN, reason.key(), reason.names()));
    }
}
