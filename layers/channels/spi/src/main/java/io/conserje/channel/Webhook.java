package io.conserje.channel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came.
 *
 * @param headers by lower-case name; repeated ones joined by commas
 * @param query decoded, by name
 * @param body the raw bytes, exactly as they were signed
 */
public record Webhook(Map<String, String> headers, Map<String, String> query, byte[] body) {
    public Webhook {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
