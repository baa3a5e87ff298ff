package io.conserje.local.command;

/** The user can mend this; the message says how. Shown without a stack trace. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistake(String message) {
        super(message);
    }
}
