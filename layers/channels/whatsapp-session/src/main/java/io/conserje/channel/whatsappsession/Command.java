package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.OutboundMessage;
import java.time.Instant;

/**
 * What the session is told to do ({@code whatsapp-session/CONTRACT.md}).
 *
 * @param id the message's, ours or a customer's: within five minutes the queue takes it once
 * @param group what is told about one contact stays in order
 */
record Command(String id, String group, ObjectNode body) {

    /**
     * @param expires from then on the session does not send it
     */
    static Command send(OutboundMessage message, Person to, ObjectNode content, Instant expires) {
        String id = Ids.ours(message.id());
        ObjectNode body =
                start("send", id)
                        .put("ref", message.id().toString())
                        .<ObjectNode>set("to", to.json())
                        .put("expiresAt", expires.getEpochSecond())
                        .put("typingMillis", Typing.of(message.content()).toMillis())
                        .put("unasked", message.terms().isUnasked());
        body.set("content", content);
        return new Command(id, to.key(), body);
    }

    static Command read(Ids.Theirs message) {
        ObjectNode body =
                start("read", message.id())
                        .<ObjectNode>set("to", message.from().json())
                        .put("typing", true);
        return new Command(message.id(), message.from().key(), body);
    }

    private static ObjectNode start(String type, String id) {
        return Json.object().put("v", 1).put("type", type).put("id", id);
    }

    String text() {
        return Json.raw(body);
    }

    /** Without what it says, which a record would print. */
    @Override
    public String toString() {
        return "Command[" + id + "]";
    }
}
