package io.conserje.local.emulator;

import java.util.Locale;

/** How far a message got, in the order in which it gets there. */
public enum Status {
    /** Written, and not yet with whom it is for. */
    PENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /** The later of the two: a status never goes back. */
    public Status orLater(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
