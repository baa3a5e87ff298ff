package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;

/**
 * A message got other reactions than it had (core.telegram.org/bots/api#messagereactionupdated).
 */
final class ReactionReader {
    private ReactionReader() {}

    static Normalised read(Update update) {
        return Chat.of(update.payload())
                .map(chat -> inChat(update, chat))
                .orElseGet(update::onAccount);
    }

    /** In a group nothing tells whether it is a message of ours. */
    private static Normalised inChat(Update update, Chat chat) {
        return switch (chat.kind()) {
            case PRIVATE ->
                    update.from(chat.contact(update.payload().path("user")), content(update, chat));
            case GROUP, CHANNEL -> new Normalised.PassedOver("a reaction in a group");
        };
    }

    private static Content content(Update update, Chat chat) {
        return Ids.number(update.payload(), "message_id")
                .flatMap(number ->
                        emoji(update.payload())
                                .<Content>map(emoji ->
                                        new Content.Reaction(
                                                Ids.message(chat.id(), number), emoji)))
                .orElseGet(update::unsupported);
    }

    /**
     * Empty when there is no word of ours for it, such as an emoji of the customer's own; empty
     * inside when the last reaction was taken back.
     */
    private static Optional<Optional<String>> emoji(JsonNode reaction) {
        JsonNode now = reaction.path("new_reaction");
        if (!now.isArray()) {
            return Optional.empty();
        }
        if (now.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        List<String> before = emojis(reaction.path("old_reaction"));
        List<String> after = emojis(now);
        return after.stream()
                .filter(emoji -> !before.contains(emoji))
                .findFirst()
                .or(() -> after.stream().findFirst())
                .map(Optional::of);
    }

    private static List<String> emojis(JsonNode reactions) {
        return reactions.valueStream().flatMap(each -> Json.text(each, "emoji").stream()).toList();
    }
}
