package io.conserje.channel.telegram;

import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.Optional;

/**
 * What our bot is in a chat has changed. In a private chat that is being blocked or let in again
 * (core.telegram.org/bots/api#update, {@code my_chat_member}).
 */
final class MembershipReader {
    private MembershipReader() {}

    static Normalised read(Update update) {
        Optional<String> status = Json.text(update.payload().path("new_chat_member"), "status");
        return Chat.of(update.payload())
                .flatMap(chat -> status.map(now -> inChat(update, chat, now)))
                .orElseGet(update::onAccount);
    }

    private static Normalised inChat(Update update, Chat chat, String status) {
        return switch (chat.kind()) {
            case PRIVATE ->
                    update.from(chat.contact(update.payload().path("from")), reach(update, status));
            case GROUP, CHANNEL ->
                    update.onAccount(new Content.Notice(update.kind(), chat.id() + ": " + status));
        };
    }

    private static Content reach(Update update, String status) {
        return switch (status) {
            case "kicked" -> new Content.Reach(false);
            case "member" -> new Content.Reach(true);
            default -> update.unsupported();
        };
    }
}
