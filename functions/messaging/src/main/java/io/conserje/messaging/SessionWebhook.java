package io.conserje.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.Webhook;
import java.util.Map;
import java.util.Optional;

/** A message of a session's queue, which is to its channel what a webhook is to others. */
public final class SessionWebhook {
    /** The message's attribute that holds its signature. */
    public static final String SIGNATURE = "signature";

    private SessionWebhook() {}

    /**
     * @param signature as its attribute has it, where it has one
     */
    public static Webhook of(String body, Optional<String> signature) {
        return new Webhook(
                signature
                        .map(value -> Map.of("x-conserje-signature", value))
                        .orElseGet(() -> Map.of()),
                Map.of(),
                body.getBytes(UTF_8));
    }
}
