package io.conserje.local.emulator;

/** Who wrote a line. */
public enum Direction {
    CUSTOMER,
    BUSINESS
}
