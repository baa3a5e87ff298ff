package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.phone.Conversation;

/** What every sending call may ask for besides its content. */
record Extras(ObjectNode replyTo, boolean isProtected) {

    static Extras read(Conversation chat, Params params, Archive archive) {
        return new Extras(replyTo(chat, params, archive), params.flag("protect_content"));
    }

    private static ObjectNode replyTo(Conversation chat, Params params, Archive archive) {
        JsonNode reply = params.object("reply_parameters", "reply parameters");
        boolean asked = reply.isObject() || params.given("reply_to_message_id").isPresent();
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        if (!asked) {
            return none;
        }
        long id =
                reply.isObject()
                        ? reply.path("message_id").asLong()
                        : params.number("reply_to_message_id");
        boolean optional =
                reply.path("allow_sending_without_reply").asBoolean()
                        || params.flag("allow_sending_without_reply");
        ObjectNode message = archive.message(chat.customer(), id).orElse(none);
        if (message.isEmpty() && !optional) {
            throw BotError.bad("message to be replied not found");
        }
        // A message that is answered does not tell what it answered itself.
        message.remove("reply_to_message");
        return message;
    }

    void addTo(ObjectNode message) {
        if (!replyTo.isEmpty()) {
            message.set("reply_to_message", replyTo);
        }
        if (isProtected) {
            message.put("has_protected_content", true);
        }
    }
}
