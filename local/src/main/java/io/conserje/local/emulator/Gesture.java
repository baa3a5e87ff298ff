package io.conserje.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a customer can do on the phone. */
public sealed interface Gesture {

    record Say(String text) implements Gesture {}

    /** Taps something that was offered. */
    record Choose(String optionId) implements Gesture {}

    /**
     * @param name as the customer's phone calls it, for what is sent as a document
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    record File(
            Kind kind,
            byte[] bytes,
            String mimeType,
            @Nullable String name,
            @Nullable String caption)
            implements Gesture {}

    /** What a file is to the phone that sends it. */
    enum Kind {
        IMAGE,
        AUDIO,
        VOICE,
        VIDEO,
        DOCUMENT,
        STICKER
    }

    record Location(
            double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements Gesture {}

    /** An empty emoji takes the reaction back. */
    record React(String messageId, String emoji) implements Gesture {}

    record Card(String name, String phone) implements Gesture {}

    /** Changes what was said before. */
    record Edit(String messageId, String text) implements Gesture {}

    /** Blocks the business, or lets it in again. */
    record Block(boolean blocked) implements Gesture {}

    /** Tells the provider whether the business's marketing is welcome. */
    record Marketing(boolean wanted) implements Gesture {}

    /** A message in the provider's own words, for what has no gesture here. */
    record Raw(JsonNode message) implements Gesture {}
}
