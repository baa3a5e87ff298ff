package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.phone.Conversation;
import java.time.Instant;

/** What customers do to what is there: a message, or the chat itself. */
final class Changes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final People people;
    private final Archive archive;

    Changes(People people, Archive archive) {
        this.people = people;
        this.archive = archive;
    }

    Told reacted(Conversation conversation, Gesture.React react, Instant now) {
        long id = known(conversation, react.messageId()).path("message_id").asLong();
        ObjectNode reaction = JSON.objectNode();
        reaction.set("chat", People.chat(conversation));
        reaction.put("message_id", id).set("user", People.user(conversation));
        reaction.put("date", now.getEpochSecond()).set("old_reaction", archive.reaction(id));
        reaction.putArray("new_reaction").addAll(Reactions.of(react.emoji()));
        return new Told("message_reaction", reaction, "message_reaction", react.emoji(), "");
    }

    Told edited(Conversation conversation, Gesture.Edit edit, Instant now) {
        ObjectNode message = known(conversation, edit.messageId());
        boolean own = message.at("/from/id").asText().equals(conversation.customer());
        if (!own || !(message.has("text") || message.has("caption"))) {
            throw new Refused("message_id", "is no text of " + conversation.customer());
        }
        message.put("edit_date", now.getEpochSecond());
        if (message.has("text")) {
            message.remove("entities");
            message.setAll(Texts.message(allowed(edit.text())));
        } else {
            message.put("caption", edit.text());
        }
        return new Told("edited_message", message, "edited_message", edit.text(), "");
    }

    private ObjectNode known(Conversation conversation, String messageId) {
        return conversation
                .find(messageId)
                .flatMap(line -> archive.message(conversation.customer(), Shown.messageId(line)))
                .orElseThrow(() ->
                        new Refused(
                                "message_id",
                                "'" + messageId + "' is no message of this conversation"));
    }

    Told blocked(Conversation conversation, boolean blocks, Instant now) {
        if (blocks == archive.blocked(conversation.customer())) {
            throw new Refused("block", "the bot is " + (blocks ? "" : "not ") + "blocked already");
        }
        ObjectNode change = JSON.objectNode();
        change.set("chat", People.chat(conversation));
        change.set("from", People.user(conversation));
        change.put("date", now.getEpochSecond());
        member(change.putObject("old_chat_member"), !blocks);
        member(change.putObject("new_chat_member"), blocks);
        String status = blocks ? "kicked" : "member";
        return new Told("my_chat_member", change, "my_chat_member", status, "");
    }

    private void member(ObjectNode member, boolean kicked) {
        member.set("user", people.bot());
        member.put("status", kicked ? "kicked" : "member");
        if (kicked) {
            member.put("until_date", 0);
        }
    }

    static String allowed(String text) {
        if (text.isBlank() || Texts.length(text) > Texts.LONGEST) {
            throw new Refused("text", "must have from 1 to " + Texts.LONGEST + " characters");
        }
        return text;
    }
}
