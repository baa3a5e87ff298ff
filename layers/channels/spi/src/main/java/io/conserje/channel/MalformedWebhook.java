package io.conserje.channel;

/**
 * The body is not what the provider speaks at all. The message says what was expected, without the
 * body.
 */
public final class MalformedWebhook extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedWebhook(String message) {
        super(message);
    }
}
