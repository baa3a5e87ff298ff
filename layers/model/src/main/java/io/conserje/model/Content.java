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
     * A file.
     *
     * @param reference the provider's name of the file, good for fetching it while the provider
     *     keeps it
     * @param mediaType as the provider declares it, for example {@code audio/ogg; codecs=opus}; not
     *     to be believed: {@link MediaFile#mediaType} is what was found in the bytes
     * @param sha256 as the provider declares it, in its own notation
     * @param fileName as the customer named it; shown, never used as a path
     * @param voice true for a voice note, which a person spoke, as against a file of sound
     * @param filing where the bytes are now
     */
    record Media(
            MediaKind kind,
            String reference,
            String mediaType,
            Optional<String> sha256,
            Optional<String> fileName,
            Optional<String> caption,
            boolean voice,
            Filing filing)
            implements Content {

        /** A file as it arrives: the provider still has it. */
        public Media(
                MediaKind kind,
                String reference,
                String mediaType,
                Optional<String> sha256,
                Optional<String> fileName,
                Optional<String> caption,
                boolean voice) {
            this(
                    kind,
                    reference,
                    mediaType,
                    sha256,
                    fileName,
                    caption,
                    voice,
                    new Filing.AtProvider());
        }

        public Media with(Filing now) {
            return new Media(kind, reference, mediaType, sha256, fileName, caption, voice, now);
        }
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

    /**
     * The customer blocked our account at the provider, or let it in again. Nothing can be sent in
     * between.
     */
    record Reach(boolean reachable) implements Content {}

    /** The customer told the provider whether marketing messages of ours are welcome. */
    record MarketingChoice(boolean wanted) implements Content {}

    /**
     * The provider's word on a template of the account.
     *
     * @param reason why, in the provider's words, when it was rejected or paused
     */
    record TemplateNews(
            String name, String language, Template.Status status, Optional<String> reason)
            implements Content {}

    /** An operator gives the conversation back to the bot. */
    record HandBack(String operator) implements Content {}

    /** The business has something to say that nobody asked for: a reminder, an offer. */
    record Occasion(Outgoing say, Terms terms) implements Content {}

    /**
     * A kind of message that we do not know, or a known kind in an unknown shape.
     *
     * @param kind the provider's word for it, or {@code unknown}
     * @param raw the provider's JSON as it came
     */
    record Unsupported(String kind, String raw) implements Content {}
}
