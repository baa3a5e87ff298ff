package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what a customer wants to get from the business ({@code
 * /webhooks/reference/user_preferences}).
 */
final class PreferenceReader {
    private PreferenceReader() {}

    /** Empty for another preference than marketing, or another wish than yes or no. */
    static Optional<Normalised> read(JsonNode preference, JsonNode cards) {
        Optional<Contact> contact =
                Sender.of(preference.path("wa_id"), preference.path("user_id"), cards);
        Optional<Boolean> wanted = wanted(preference);
        Optional<Instant> at = Json.seconds(preference, "timestamp");
        return contact.isPresent() && wanted.isPresent() && at.isPresent()
                ? Optional.of(
                        new Normalised.FromContact(
                                contact.get(),
                                InboundMessage.of(
                                        Keep.digest(preference),
                                        at.get(),
                                        new Content.MarketingChoice(wanted.get()))))
                : Optional.empty();
    }

    private static Optional<Boolean> wanted(JsonNode preference) {
        if (!Json.text(preference, "category").orElse("").equals("marketing_messages")) {
            return Optional.empty();
        }
        return switch (Json.text(preference, "value").orElse("")) {
            case "resume" -> Optional.of(true);
            case "stop" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
