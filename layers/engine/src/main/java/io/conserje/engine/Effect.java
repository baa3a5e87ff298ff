package io.conserje.engine;

import io.conserje.model.Outgoing;

/** What the engine wants done. */
public sealed interface Effect {

    /** Say or ask the customer something. */
    record Send(Outgoing content) implements Effect {}

    /** A person takes over. */
    record HandOver(Reason reason) implements Effect {}

    enum Reason {
        CUSTOMER_ASKED,
        NOT_UNDERSTOOD
    }
}
