package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.Optional;

/** What a customer chose or filled in, of what we offered. */
final class ReplyReader {
    private ReplyReader() {}

    static Optional<? extends Content> interactive(JsonNode body) {
        String kind = MessageReader.kind(body);
        JsonNode reply = body.path(kind);
        return switch (kind) {
            case "button_reply", "list_reply" ->
                    choice(Json.text(reply, "id"), Json.text(reply, "title"));
            case "nfm_reply" -> form(reply);
            default -> Optional.empty();
        };
    }

    /** A template's quick reply. */
    static Optional<Content.Choice> button(JsonNode body) {
        return choice(Json.text(body, "payload"), Json.text(body, "text"));
    }

    private static Optional<Content.Choice> choice(Optional<String> id, Optional<String> title) {
        return id.or(() -> title).map(chosen -> new Content.Choice(chosen, title.orElse(chosen)));
    }

    private static Optional<Content.FormReply> form(JsonNode reply) {
        return Json.text(reply, "response_json")
                .map(json -> new Content.FormReply(Json.text(reply, "name").orElse("flow"), json));
    }
}
