package io.conserje.model;

/**
 * Follows a message from the webhook to the provider's answer, through both queues and every log
 * line.
 */
public record CorrelationId(String value) {
    public CorrelationId {
        Require.text(value, "correlation id");
    }

    @Override
    public String toString() {
        return value;
    }
}
