package io.conserje.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a customer can do on the phone. */
public sealed interface Gesture {

    record Say(String text) implements Gesture {}

    /** Taps something that was offered. */
    record Choose(String optionId) implements Gesture {}

    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record Image(byte[] bytes, String mimeType, @Nullable String caption) implements Gesture {}

    @SuppressWarnings("ArrayRecordComponent")
    record Voice(byte[] bytes, String mimeType) implements Gesture {}

    record Location(
            double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements Gesture {}

    /** An empty emoji takes the reaction back. */
    record React(String messageId, String emoji) implements Gesture {}

    /** A message in the provider's own words, for what has no gesture here. */
    record Raw(JsonNode message) implements Gesture {}
}
