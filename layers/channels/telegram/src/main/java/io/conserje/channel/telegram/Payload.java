package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.model.Content;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Our words as one call of Telegram's. Texts go without a parse mode: nothing in them is markup.
 */
final class Payload {
    private Payload() {}

    /** Empty when no call says it. */
    static Optional<Call> of(OutboundMessage message, Address to) {
        ObjectNode fields = to.start();
        quote(message, to, fields);
        return switch (message.content()) {
            case Outgoing.Say say -> Optional.of(text(fields, say.text()));
            case Outgoing.Ask ask -> Optional.of(question(fields, ask));
            case Outgoing.File file -> Optional.of(Attachments.call(fields, file));
            case Outgoing.Place place -> Optional.of(place(fields, place));
            case Outgoing.Cards cards -> Optional.of(cards(fields, cards.cards()));
            case Outgoing.Templated templated -> Optional.empty();
        };
    }

    /** In a group, who is meant must be seen; it may have been deleted since. */
    private static void quote(OutboundMessage message, Address to, ObjectNode fields) {
        message.answers()
                .flatMap(Ids::parseMessage)
                .filter(answered ->
                        to.isGroup() && answered.chat().equals(Long.toString(to.chat())))
                .ifPresent(answered ->
                        fields.putObject("reply_parameters")
                                .put("message_id", Long.parseLong(answered.message()))
                                .put("allow_sending_without_reply", true));
    }

    private static Call text(ObjectNode fields, String text) {
        fields.put("text", text).putObject("link_preview_options").put("is_disabled", true);
        return Call.of("sendMessage", fields);
    }

    private static Call question(ObjectNode fields, Outgoing.Ask ask) {
        Call call = text(fields, ask.text());
        fields.putObject("reply_markup").set("inline_keyboard", Keyboard.of(ask.options()));
        return call;
    }

    /** A venue cannot be without an address; a bare place has no room for a name. */
    private static Call place(ObjectNode fields, Outgoing.Place place) {
        fields.put("latitude", place.latitude()).put("longitude", place.longitude());
        return place.address()
                .filter(address -> !address.isBlank())
                .map(address ->
                        Call.of(
                                "sendVenue",
                                fields.put("title", place.name()).put("address", address)))
                .orElseGet(() -> Call.of("sendLocation", fields));
    }

    /**
     * Telegram's card is one person with one number. Several would be several calls, of which the
     * second may fail when the first is sent: they are written out instead.
     */
    private static Call cards(ObjectNode fields, List<Content.Card> cards) {
        Content.Card first = cards.getFirst();
        return cards.size() == 1 && first.phones().size() == 1
                ? Call.of(
                        "sendContact",
                        fields.put("phone_number", first.phones().getFirst())
                                .put("first_name", first.name()))
                : text(fields, cards.stream().map(Payload::line).collect(Collectors.joining("\n")));
    }

    private static String line(Content.Card card) {
        return card.phones().isEmpty()
                ? card.name()
                : card.name() + ": " + String.join(", ", card.phones());
    }
}
