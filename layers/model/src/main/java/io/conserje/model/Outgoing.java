package io.conserje.model;

import java.util.List;

/** What we say, before a channel puts it into its provider's words. */
public sealed interface Outgoing {
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

    record Option(String id, String title) {
        public Option {
            Require.text(id, "option id");
            Require.text(title, "option title");
        }
    }
}
