package io.conserje.application;

/** A message that does not fit into a queue, even packed. */
public final class DoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DoesNotFit(String message) {
        super(message);
    }
}
