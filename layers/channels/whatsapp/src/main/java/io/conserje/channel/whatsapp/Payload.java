package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.model.Contact;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;

/** Our words as Meta's JSON. */
final class Payload {
    private Payload() {}

    static ObjectNode of(OutboundMessage message) {
        ObjectNode payload = start().put("recipient_type", "individual");
        address(payload, message.to());
        payload.put("biz_opaque_callback_data", message.id().toString());
        switch (message.content()) {
            case Outgoing.Say say -> text(payload, say);
            case Ask ask -> interactive(payload, ask);
        }
        return payload;
    }

    static ObjectNode reading(MessageId message) {
        ObjectNode payload = start().put("status", "read").put("message_id", message.value());
        payload.putObject("typing_indicator").put("type", "text");
        return payload;
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

    private static void text(ObjectNode payload, Outgoing.Say say) {
        payload.put("type", "text");
        payload.putObject("text").put("body", say.text()).put("preview_url", false);
    }

    private static void interactive(ObjectNode payload, Ask ask) {
        boolean buttons = Limits.areButtons(ask.options());
        ObjectNode interactive = payload.put("type", "interactive").putObject("interactive");
        interactive.put("type", buttons ? "button" : "list");
        interactive.putObject("body").put("text", ask.text());
        ObjectNode action = interactive.putObject("action");
        if (buttons) {
            buttons(action, ask);
        } else {
            list(action, ask);
        }
    }

    private static void buttons(ObjectNode action, Ask ask) {
        ArrayNode buttons = action.putArray("buttons");
        for (Option option : ask.options()) {
            write(option, buttons.addObject().put("type", "reply").putObject("reply"));
        }
    }

    /** One section needs no title. */
    private static void list(ObjectNode action, Ask ask) {
        action.put("button", ask.opener());
        ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
        for (Option option : ask.options()) {
            write(option, rows.addObject());
        }
    }

    private static void write(Option option, ObjectNode to) {
        to.put("id", option.id()).put("title", option.title());
    }
}
