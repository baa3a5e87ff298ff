package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A button of ours was pressed. The message that it stands under may be too old to be shown, or
 * missing (core.telegram.org/bots/api#callbackquery).
 */
final class CallbackReader {
    private CallbackReader() {}

    static Normalised read(Update update) {
        JsonNode query = update.payload();
        Optional<Chat> chat =
                Chat.of(query.path("message")).filter(found -> found.kind() != Chat.Kind.CHANNEL);
        return chat.flatMap(where -> Json.text(query, "id").map(id -> pressed(update, where, id)))
                .orElseGet(update::onAccount);
    }

    private static Normalised pressed(Update update, Chat chat, String id) {
        JsonNode query = update.payload();
        JsonNode question = query.path("message");
        Optional<MessageId> asked =
                Ids.number(question, "message_id").map(number -> Ids.message(chat.id(), number));
        return new Normalised.FromContact(
                chat.contactOf(question, query.path("from")),
                new InboundMessage(
                        Ids.callback(id, chat.id()), askedAt(question), asked, choice(update)));
    }

    /** Telegram does not say when it was pressed: not before the question was asked. */
    private static Instant askedAt(JsonNode question) {
        return Json.seconds(question, "date").orElse(Instant.EPOCH);
    }

    private static Content choice(Update update) {
        return Json.text(update.payload(), "data")
                .<Content>map(id -> new Content.Choice(id, title(update.payload(), id)))
                .orElseGet(update::unsupported);
    }

    private static String title(JsonNode query, String id) {
        JsonNode rows = query.path("message").path("reply_markup").path("inline_keyboard");
        return rows.valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(button -> Json.text(button, "callback_data").filter(id::equals).isPresent())
                .flatMap(button -> Json.text(button, "text").stream())
                .findFirst()
                .orElse(id);
    }
}
