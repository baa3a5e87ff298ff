package io.conserje.local.emulator;

/** What was asked of the emulator makes no sense; says which field and why. */
public final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Refused(String field, String why) {
        super(field + ": " + why);
    }

    public Refused(String field, String why, Throwable cause) {
        super(field + ": " + why, cause);
    }
}
