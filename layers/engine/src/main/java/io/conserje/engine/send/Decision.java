package io.conserje.engine.send;

import io.conserje.model.Outgoing;
import java.time.Instant;

/** What is to be done with a message now. */
public sealed interface Decision {

    /** The name of the rule that decided. */
    String rule();

    Reason reason();

    /**
     * @param content what to send: the message's own, or what the account can carry of it
     */
    record Send(Outgoing content, String rule, Reason reason) implements Decision {}

    /** The registered template goes in its place, because nothing else would be taken. */
    record UseTemplate(Outgoing.Templated content, String rule, Reason reason)
            implements Decision {}

    /**
     * @param inOrder whether later messages of the conversation wait for this one; false for long
     *     waits, which an answer may overtake
     */
    record Wait(Instant until, boolean inOrder, String rule, Reason reason) implements Decision {}

    /** It is never sent. */
    record Refuse(String rule, Reason reason) implements Decision {}
}
