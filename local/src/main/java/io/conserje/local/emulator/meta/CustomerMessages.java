package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.phone.Conversation.Offer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes gestures into Meta's messages; each says how it reads in the transcript. */
final class CustomerMessages {
    private CustomerMessages() {}

    static String say(ObjectNode message, String text) {
        message.put("type", "text").putObject("text").put("body", text);
        return text;
    }

    static String react(ObjectNode message, Gesture.React react) {
        message.put("type", "reaction")
                .putObject("reaction")
                .put("message_id", react.messageId())
                .put("emoji", react.emoji());
        return react.emoji();
    }

    static String place(ObjectNode message, Gesture.Location place) {
        ObjectNode location = message.put("type", "location").putObject("location");
        location.put("latitude", place.latitude()).put("longitude", place.longitude());
        putUnlessNull(location, "name", place.name());
        putUnlessNull(location, "address", place.address());
        return place.latitude() + ", " + place.longitude();
    }

    static String file(ObjectNode message, Gesture.File file, MediaShelf.Item item) {
        ObjectNode of = message.put("type", type(file)).putObject(type(file));
        of.put("mime_type", item.mimeType()).put("sha256", item.sha256Base64());
        of.put("id", item.id());
        switch (file.kind()) {
            case IMAGE, VIDEO -> putUnlessNull(of, "caption", file.caption());
            case DOCUMENT -> {
                putUnlessNull(of, "caption", file.caption());
                putUnlessNull(of, "filename", file.name());
            }
            case AUDIO -> uncaptioned(file, of.put("voice", false));
            case VOICE -> uncaptioned(file, of.put("voice", true));
            case STICKER ->
                    uncaptioned(file, of.put("animated", MediaRules.isAnimated(file.bytes())));
        }
        return of.path("caption").asText(of.path("filename").asText());
    }

    private static String type(Gesture.File file) {
        return switch (file.kind()) {
            case VOICE -> "audio";
            case IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER ->
                    file.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static void uncaptioned(Gesture.File file, ObjectNode of) {
        if (file.caption() != null && !file.caption().isEmpty()) {
            throw new Refused("caption", "goes with no " + type(file) + " on WhatsApp");
        }
    }

    /** A telephone splits the name when somebody writes it into two fields. */
    static String card(ObjectNode message, Gesture.Card card) {
        ObjectNode contact = message.put("type", "contacts").putArray("contacts").addObject();
        String[] names = card.name().split(" ", 2);
        ObjectNode name = contact.putObject("name").put("first_name", names[0]);
        if (names.length > 1) {
            name.put("last_name", names[1]);
        }
        name.put("formatted_name", card.name());
        ObjectNode phone = contact.putArray("phones").addObject().put("phone", card.phone());
        MetaIds.waId(card.phone()).ifPresent(waId -> phone.put("wa_id", waId));
        phone.put("type", "CELL");
        return card.name();
    }

    /**
     * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit
     */
    static String edit(ObjectNode message, Gesture.Edit edit) {
        ObjectNode body = message.put("type", "edit").putObject("edit");
        body.put("original_message_id", edit.messageId());
        body.putObject("message").put("type", "text").putObject("text").put("body", edit.text());
        return edit.text();
    }

    static String choose(ObjectNode message, Offer offer, String business) {
        Option option = offer.option();
        PhoneLine line = offer.line();
        message.putObject("context").put("from", business).put("id", line.id());
        switch (line.kind()) {
            case "template" ->
                    message.put("type", "button")
                            .putObject("button")
                            .put("payload", option.id())
                            .put("text", option.title());
            case "list" -> reply(message, "list_reply", option);
            default -> reply(message, "button_reply", option);
        }
        return option.title();
    }

    private static void reply(ObjectNode message, String kind, Option option) {
        ObjectNode interactive = message.put("type", "interactive").putObject("interactive");
        ObjectNode reply = interactive.put("type", kind).putObject(kind);
        reply.put("id", option.id()).put("title", option.title());
        putUnlessNull(reply, "description", option.description());
    }

    private static void putUnlessNull(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
