package io.conserje.wire;

/**
 * A stored or queued value is not one of ours, or of a newer release. The message never holds its
 * text.
 */
public final class UnreadableWire extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableWire(String message) {
        super(message);
    }
}
