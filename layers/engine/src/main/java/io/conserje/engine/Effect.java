package io.conserje.engine;

import io.conserje.model.Outgoing;
import io.conserje.model.Terms;

/** What the engine wants done. */
public sealed interface Effect {

    /** Say, ask or show the customer something. */
    record Send(Outgoing content, Terms terms) implements Effect {}

    /** A person takes over. */
    record HandOver(Reason reason) implements Effect {}

    enum Reason {
        CUSTOMER_ASKED,
        NOT_UNDERSTOOD
    }
}
