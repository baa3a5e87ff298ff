package io.conserje.model;

/**
 * The provider's name of an inbound message: what an effect happens once for. Opaque, unique within
 * an account.
 */
public record MessageId(String value) {
    public MessageId {
        Require.text(value, "message id");
    }

    @Override
    public String toString() {
        return value;
    }
}
