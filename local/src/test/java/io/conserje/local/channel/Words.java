package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.model.Contact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a provider has words of its own for, so that the contract needs none. */
interface Words {

    /** The channel's name. */
    String channel();

    ProviderEmulator start(Options options);

    /**
     * Begins to hear what it says.
     *
     * @param handshake answers the provider's question whether this is ours
     */
    default Post listen(ProviderEmulator emulator, Function<Webhook, WebhookAnswer> handshake) {
        Mailbox mailbox = new Mailbox(emulator, handshake);
        emulator.subscribe(mailbox.address());
        return mailbox;
    }

    /** The time at which the contract begins. */
    default Instant begins() {
        return Instant.parse("2026-03-02T09:00:00Z");
    }

    /** What time it is now, for a provider that cannot look at our clock. */
    default void passed(Instant now) {}

    /** Somebody whom the provider calls so. */
    default Contact contact(String key) {
        return new Contact(Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The header that proves who posted a webhook, in lower case. */
    String signatureHeader();

    /** The name of the secret that it proves knowledge of. */
    String signatureSecret();

    /** The name of the secret that every call of the provider's API takes. */
    String tokenSecret();

    /** The setting that tells where the provider's API is. */
    String addressSetting();

    /** The settings with which nobody listens where the provider should be. */
    default Map<String, String> nowhere() {
        return Map.of(addressSetting(), TroubleContract.NOBODY_LISTENS);
    }

    /** The settings without which nothing can be sent. */
    Set<String> needs();

    /** Settings whose value makes no sense, each for itself. */
    Map<String, String> nonsense();

    /** A message of a kind that nobody knows, with something in it. */
    JsonNode hologram();

    /** The kind's name, and that of the field that holds what is in it. */
    default String hologramKind() {
        return "hologram";
    }

    /** Whether this is where the emulator keeps the bytes of a file. */
    default boolean isBytes(Path path) {
        return path.toString().endsWith(".bin");
    }

    /**
     * A text that answers one message.
     *
     * @param line that message's id on the telephone
     */
    JsonNode answering(String line, String text);
}
