package io.conserje.model;

import java.util.List;
import java.util.Optional;

/** What we say, before a channel puts it into its provider's words. */
public sealed interface Outgoing {

    /** What can be read of it; empty for a file without a caption. */
    String text();

    record Say(String text) implements Outgoing {
        public Say {
            Require.text(text, "text");
        }
    }

    /**
     * A question with answers to choose from; the channel shows buttons or a list, whichever its
     * provider has for them.
     *
     * @param opener the word on the button that opens a list, where the channel shows one
     * @param options at least one; their ids are what comes back as a choice
     */
    record Ask(String text, String opener, List<Option> options) implements Outgoing {
        public Ask {
            Require.text(text, "text");
            Require.text(opener, "opener");
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException(
                        "options is empty: a question offers at least one");
            }
        }
    }

    /**
     * @param kind what it is sent as; a voice note is {@code AUDIO}
     * @param fileName what the customer sees it called, where the provider shows that
     */
    record File(
            MediaKind kind,
            MediaFile file,
            Optional<String> fileName,
            Optional<String> caption,
            boolean voice)
            implements Outgoing {
        @Override
        public String text() {
            return caption.orElse("");
        }
    }

    /** A place on the map; degrees, as WGS 84 has them. */
    record Place(double latitude, double longitude, String name, Optional<String> address)
            implements Outgoing {
        public Place {
            Require.degrees(latitude, 90, "latitude");
            Require.degrees(longitude, 180, "longitude");
            Require.text(name, "name");
        }

        @Override
        public String text() {
            return name;
        }
    }

    record Cards(List<Content.Card> cards) implements Outgoing {
        public Cards {
            cards = List.copyOf(cards);
            if (cards.isEmpty()) {
                throw new IllegalArgumentException("cards is empty: give at least one");
            }
        }

        @Override
        public String text() {
            return String.join(", ", cards.stream().map(Content.Card::name).toList());
        }
    }

    /**
     * @param text the template's body as the customer reads it
     */
    record Templated(TemplateUse use, String text) implements Outgoing {
        public Templated {
            Require.text(text, "text");
        }
    }

    record Option(String id, String title) {
        public Option {
            Require.text(id, "option id");
            Require.text(title, "option title");
        }
    }
}
