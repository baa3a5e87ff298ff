package io.conserje.channel.telegram;

import io.conserje.channel.Secrets;
import io.conserje.channel.http.Json;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import java.time.Duration;
import java.util.Optional;

/**
 * Telegram marks nothing as read. A pressed button shows that it waits until it is answered
 * (core.telegram.org/bots/api#answercallbackquery), and typing is shown for a few seconds.
 */
record Acknowledgement(Optional<String> query, String chat) {
    private static final Duration TO_ANSWER = Duration.ofMillis(1500);

    /** Empty for what happened in no chat. */
    static Optional<Acknowledgement> of(MessageId message) {
        return Ids.parseCallback(message)
                .map(press -> new Acknowledgement(Optional.of(press.query()), press.chat()))
                .or(() ->
                        Ids.parseMessage(message)
                                .map(said -> new Acknowledgement(Optional.empty(), said.chat())));
    }

    /** Nothing depends on it, so nothing is told of it, and what is missing the sending names. */
    void show(Account account, Secrets secrets) {
        try {
            BotApi.of(account, secrets).ifPresent(this::show);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return;
        }
    }

    private void show(BotApi api) {
        query.ifPresent(id ->
                api.post(
                        "answerCallbackQuery",
                        Json.object().put("callback_query_id", id),
                        TO_ANSWER));
        api.post(
                "sendChatAction",
                Json.object().put("chat_id", Long.parseLong(chat)).put("action", "typing"),
                TO_ANSWER);
    }
}
