package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import java.util.Map;
import java.util.Set;

/** What a provider has words of its own for, so that the contract needs none. */
interface Words {

    /** The channel's name. */
    String channel();

    ProviderEmulator start(Options options);

    /** The header that proves who posted a webhook, in lower case. */
    String signatureHeader();

    /** The name of the secret that it proves knowledge of. */
    String signatureSecret();

    /** The name of the secret that every call of the provider's API takes. */
    String tokenSecret();

    /** The setting that tells where the provider's API is. */
    String addressSetting();

    /** The settings without which nothing can be sent. */
    Set<String> needs();

    /** Settings whose value makes no sense, each for itself. */
    Map<String, String> nonsense();

    /** A message of a kind that nobody knows: {@code hologram}, with something in it. */
    JsonNode hologram();

    /**
     * A text that answers one message.
     *
     * @param line that message's id on the telephone
     */
    JsonNode answering(String line, String text);
}
