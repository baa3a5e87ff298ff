package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;

/** Buttons as long as there are enough of them, else a list. */
final class QuestionPayload {
    private QuestionPayload() {}

    static ObjectNode of(Ask ask) {
        boolean buttons = ask.options().size() <= Limits.BUTTONS.most();
        ObjectNode interactive = Json.object().put("type", buttons ? "button" : "list");
        interactive.putObject("body").put("text", ask.text());
        ObjectNode action = interactive.putObject("action");
        if (buttons) {
            buttons(action, ask);
        } else {
            list(action, ask);
        }
        return interactive;
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
