package io.conserje.engine.send;

import io.conserje.model.Terms;

/** Who began: the more we do, the less of it may leave. */
public enum Initiative {
    /** The contact did. */
    ANSWER,
    /** We did, to somebody who has written before. */
    UNASKED,
    /** We did, to somebody who never wrote. */
    FIRST;

    public static Initiative of(Terms terms, Standing contact) {
        if (!terms.isUnasked()) {
            return ANSWER;
        }
        return contact.lastInbound().isPresent() ? UNASKED : FIRST;
    }
}
