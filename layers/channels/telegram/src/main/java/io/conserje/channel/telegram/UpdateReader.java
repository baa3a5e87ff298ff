package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Keep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one update: a number, and one field that says what it is about
 * (core.telegram.org/bots/api#update).
 */
final class UpdateReader {
    private static final String NUMBER = "update_id";

    private static final List<String> KNOWN =
            List.of(
                    "message",
                    "edited_message",
                    "callback_query",
                    "message_reaction",
                    "my_chat_member",
                    "channel_post",
                    "edited_channel_post",
                    "message_reaction_count");

    private final Us us;

    UpdateReader(Us us) {
        this.us = us;
    }

    Normalised read(ObjectNode body) {
        return Ids.number(body, NUMBER)
                .flatMap(number -> kind(body).map(kind -> new Update(number, kind, body)))
                .map(this::read)
                .orElseGet(() -> Keep.whole(Keep.UNKNOWN, body));
    }

    /** A field that Telegram adds beside a known one does not hide that one. */
    private static Optional<String> kind(ObjectNode body) {
        List<String> known = KNOWN.stream().filter(body::has).toList();
        return switch (known.size()) {
            case 0 ->
                    body.properties().stream()
                            .map(Map.Entry::getKey)
                            .filter(field -> !field.equals(NUMBER))
                            .findFirst();
            case 1 -> Optional.of(known.getFirst());
            default -> Optional.empty();
        };
    }

    private Normalised read(Update update) {
        return switch (update.kind()) {
            case "message" -> new MessageReader(us).read(update, false);
            case "edited_message" -> new MessageReader(us).read(update, true);
            case "callback_query" -> CallbackReader.read(update);
            case "message_reaction" -> ReactionReader.read(update);
            case "my_chat_member" -> MembershipReader.read(update);
            case "channel_post", "edited_channel_post" ->
                    new Normalised.PassedOver("a post of a channel");
            case "message_reaction_count" ->
                    new Normalised.PassedOver("a count of anonymous reactions");
            default -> other(update);
        };
    }

    /**
     * A chat of a business connection is its owner's with the customer, not ours: what is kept of
     * it must not be answered (core.telegram.org/bots/api#businessconnection).
     */
    private static Normalised other(Update update) {
        boolean isOwners = update.payload().has("business_connection_id");
        return Chat.of(update.payload())
                .filter(chat -> chat.isPrivate() && !isOwners)
                .map(chat ->
                        update.from(
                                chat.contact(update.payload().path("from")), update.unsupported()))
                .orElseGet(update::onAccount);
    }
}
