package io.conserje.model;

import java.util.List;
import java.util.Optional;

/**
 * What a customer sent, in our words. What we have no word for is {@link Unsupported}, kept whole,
 * never dropped.
 */
public sealed interface Content {

    record Text(String body) implements Content {}

    /** A button or a row of a list that we offered. */
    record Choice(String id, String title) implements Content {}

    /**
     * A file that the provider holds for us.
     *
     * @param reference the provider's name of the file, good for fetching it while the provider
     *     keeps it
     * @param mediaType as the provider declares it, for example {@code audio/ogg; codecs=opus}; to
     *     be sniffed, not believed
     * @param voice true for a voice note, which a person spoke, as against a file of sound
     */
    record Media(
            MediaKind kind,
            String reference,
            String mediaType,
            Optional<String> sha256,
            Optional<String> fileName,
            Optional<String> caption,
            boolean voice)
            implements Content {}

    enum MediaKind {
        IMAGE,
        AUDIO,
        VIDEO,
        DOCUMENT,
        STICKER
    }

    /** Degrees, as WGS 84 has them. */
    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements Content {}

    record ContactCards(List<Card> cards) implements Content {
        public ContactCards {
            cards = List.copyOf(cards);
        }
    }

    record Card(String name, List<String> phones) {
        public Card {
            phones = List.copyOf(phones);
        }
    }

    /**
     * @param emoji empty when the customer took the reaction back
     */
    record Reaction(MessageId target, Optional<String> emoji) implements Content {}

    record Order(String catalogue, Optional<String> note, List<OrderLine> lines)
            implements Content {
        public Order {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param price a decimal number as the provider wrote it
     */
    record OrderLine(String product, int quantity, String price, String currency) {}

    /** A form that the customer filled in inside the provider's app. */
    record FormReply(String name, String json) implements Content {}

    record Edit(MessageId original, Content replacement) implements Content {}

    record Deletion(MessageId original) implements Content {}

    /**
     * Something the provider tells about the contact or the account, for example a new phone
     * number.
     *
     * @param kind the provider's word for it
     */
    record Notice(String kind, String text) implements Content {}

    /** An operator gives the conversation back to the bot. */
    record HandBack(String operator) implements Content {}

    /**
     * A kind of message that we do not know, or a known kind in an unknown shape.
     *
     * @param kind the provider's word for it, or {@code unknown}
     * @param raw the provider's JSON as it came
     */
    record Unsupported(String kind, String raw) implements Content {}
}
