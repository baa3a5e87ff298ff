package io.conserje.testkit;

import io.conserje.application.Conversations.Status;
import io.conserje.application.Ruling;
import io.conserje.engine.Bilingual;
import java.util.Locale;

/** Decisions and outcomes that a test has no more to say about. */
public final class KeptRulings {
    public static final Ruling FINE =
            new Ruling(
                    Ruling.Kind.SEND,
                    "nothing speaks against it",
                    new Bilingual("Se envía.", "It is sent."),
                    Messages.MORNING);

    private KeptRulings() {}

    public static Ruling of(Ruling.Kind kind) {
        return new Ruling(
                kind, "a rule", new Bilingual("Por algo.", "For a reason."), Messages.MORNING);
    }

    public static Ruling outcome(Status status) {
        String what = status.name().toLowerCase(Locale.ROOT);
        return new Ruling(Ruling.Kind.OUTCOME, what, new Bilingual(what, what), Messages.MORNING);
    }
}
