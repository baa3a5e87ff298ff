package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.Locale;

/** Our words as Meta's JSON. */
final class Payload {
    private Payload() {}

    static ObjectNode of(OutboundMessage message, String type, JsonNode body) {
        ObjectNode payload = start().put("recipient_type", "individual");
        address(payload, message.to());
        payload.put("biz_opaque_callback_data", message.id().toString());
        payload.put("type", type).set(type, body);
        return payload;
    }

    static ObjectNode reading(MessageId message) {
        ObjectNode payload = start().put("status", "read").put("message_id", message.value());
        payload.putObject("typing_indicator").put("type", "text");
        return payload;
    }

    static ObjectNode text(Outgoing.Say say) {
        return Json.object().put("body", say.text()).put("preview_url", false);
    }

    /** Sound and stickers have no caption. A voice note has to be Opus in Ogg. */
    static ObjectNode file(Outgoing.File file, String id) {
        ObjectNode body = Json.object().put("id", id);
        if (file.kind() != MediaKind.AUDIO && file.kind() != MediaKind.STICKER) {
            file.caption().ifPresent(caption -> body.put("caption", caption));
        }
        if (file.kind() == MediaKind.DOCUMENT) {
            file.fileName().ifPresent(name -> body.put("filename", name));
        }
        if (file.kind() == MediaKind.AUDIO
                && file.voice()
                && file.file().mediaType().startsWith("audio/ogg")) {
            body.put("voice", true);
        }
        return body;
    }

    static ObjectNode location(Outgoing.Place place) {
        ObjectNode body =
                Json.object()
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude())
                        .put("name", place.name());
        place.address().ifPresent(address -> body.put("address", address));
        return body;
    }

    static ArrayNode contacts(Outgoing.Cards cards) {
        ArrayNode contacts = Json.object().putArray("contacts");
        cards.cards().forEach(card -> contact(contacts.addObject(), card));
        return contacts;
    }

    /** Beside the whole name, Meta wants at least one part of it. */
    private static void contact(ObjectNode contact, Content.Card card) {
        contact.putObject("name").put("formatted_name", card.name()).put("first_name", card.name());
        ArrayNode phones = contact.putArray("phones");
        card.phones().forEach(phone -> phones.addObject().put("phone", phone));
    }

    static String word(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode start() {
        return Json.object().put("messaging_product", "whatsapp");
    }

    private static void address(ObjectNode payload, Contact to) {
        if (to.phone().isPresent()) {
            payload.put("to", to.phone().get());
        } else {
            payload.put("recipient", to.key());
        }
    }
}
