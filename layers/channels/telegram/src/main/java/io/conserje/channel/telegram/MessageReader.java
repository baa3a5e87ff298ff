package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Normalised;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a message, new or edited; one in an odd shape is kept whole. */
final class MessageReader {
    private final Us us;

    MessageReader(Us us) {
        this.us = us;
    }

    Normalised read(Update update, boolean edited) {
        return Chat.of(update.payload())
                .map(chat -> migration(update, chat).orElseGet(() -> inChat(update, chat, edited)))
                .orElseGet(update::onAccount);
    }

    /** A group that becomes a supergroup goes on under another id, and says so in both. */
    private static Optional<Normalised> migration(Update update, Chat chat) {
        return Stream.of("migrate_to_chat_id", "migrate_from_chat_id")
                .flatMap(kind ->
                        Ids.number(update.payload(), kind)
                                .map(id -> new Content.Notice(kind, id))
                                .stream())
                .findFirst()
                .map(notice ->
                        new Normalised.FromContact(
                                chat.contact(chat.json()),
                                new InboundMessage(
                                        name(update, chat),
                                        update.date(),
                                        Optional.empty(),
                                        notice)));
    }

    private Normalised inChat(Update update, Chat chat, boolean edited) {
        JsonNode message = update.payload();
        if (Chat.isOtherBot(message.path("from"))) {
            return new Normalised.PassedOver("a message of another bot");
        }
        return switch (chat.kind()) {
            case PRIVATE -> said(update, chat, edited);
            case GROUP ->
                    us.isAddressedBy(message)
                            ? said(update, chat, edited)
                            : new Normalised.PassedOver("a message in a group, not for us");
            case CHANNEL -> new Normalised.PassedOver("a post of a channel");
        };
    }

    private Normalised said(Update update, Chat chat, boolean edited) {
        JsonNode message = update.payload();
        Contact contact = chat.contactOf(message, message.path("from"));
        return new Normalised.FromContact(
                contact,
                new InboundMessage(
                        edited ? update.id() : name(update, chat),
                        sentAt(update, edited),
                        Ids.number(message.path("reply_to_message"), "message_id")
                                .map(answered -> Ids.message(chat.id(), answered)),
                        content(update, chat, edited)));
    }

    private static MessageId name(Update update, Chat chat) {
        return Ids.number(update.payload(), "message_id")
                .map(number -> Ids.message(chat.id(), number))
                .orElseGet(update::id);
    }

    private static Instant sentAt(Update update, boolean edited) {
        return Optional.of("edit_date")
                .filter(field -> edited)
                .flatMap(field -> Json.seconds(update.payload(), field))
                .orElseGet(update::date);
    }

    private Content content(Update update, Chat chat, boolean edited) {
        JsonNode message = update.payload();
        Optional<MessageId> id =
                Ids.number(message, "message_id").map(number -> Ids.message(chat.id(), number));
        Optional<? extends Content> read =
                update.date().equals(Instant.EPOCH)
                        ? Optional.empty()
                        : new ContentReader(us, chat).read(message);
        return id.flatMap(name ->
                        read.<Content>map(now -> edited ? new Content.Edit(name, now) : now))
                .orElseGet(() -> update.unsupported(MessageKind.of(message)));
    }
}
