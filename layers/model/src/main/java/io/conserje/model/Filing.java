package io.conserje.model;

/** Where the bytes of a customer's file are. */
public sealed interface Filing {

    /** Still with the provider, whose link expires. */
    record AtProvider() implements Filing {}

    /** In the media bucket, its size and type checked. */
    record Filed(MediaFile file) implements Filing {}

    /**
     * Not kept.
     *
     * @param detail for the operator: what was found and what would have been taken
     */
    record Refused(Cause cause, String detail) implements Filing {}

    enum Cause {
        TOO_LARGE,
        /** A type that we do not keep, whatever the provider called it. */
        TYPE,
        /** The provider does not have it any more, or never gave it. */
        GONE
    }
}
