package io.conserje.local.fuzz;

/** What a request shows for its being the provider's. */
public enum Proof {
    RIGHT,
    /** As HTTP allows it as well: the header's name in other letters. */
    RIGHT_IN_CAPITALS,
    MISSING,
    WRONG,
    DOUBLED,
    CUT,
    HUGE,
    NOT_ASCII;

    boolean isRight() {
        return this == RIGHT || this == RIGHT_IN_CAPITALS;
    }
}
