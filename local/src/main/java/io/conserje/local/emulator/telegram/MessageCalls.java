package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.phone.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calls about messages that are there: each is checked at once, and done by what it returns.
 */
final class MessageCalls {
    private static final Duration DELETABLE = Duration.ofHours(48);

    private final Archive archive;
    private final People people;
    private final Outgoing outgoing;

    MessageCalls(Archive archive, People people, Outgoing outgoing) {
        this.archive = archive;
        this.people = people;
        this.outgoing = outgoing;
    }

    Supplier<JsonNode> edit(Conversation chat, Params params) {
        Content content = Contents.text(params);
        Keyboard keyboard = Keyboard.read(params);
        ObjectNode message =
                message(chat, params).orElseThrow(() -> BotError.bad("message to edit not found"));
        if (!message.path("from").equals(people.bot())) {
            throw BotError.bad("message can't be edited");
        }
        if (!message.has("text")) {
            throw BotError.bad("there is no text in the message to edit");
        }
        ObjectNode edited = edited(message, content, keyboard);
        if (edited.equals(message)) {
            throw BotError.bad(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        edited.put("edit_date", outgoing.now().getEpochSecond());
        ObjectNode call = params.call("editMessageText");
        return () -> {
            String id = edited.path("message_id").asText();
            outgoing.again(
                    chat, "edited_message", content.reads(), id, keyboard.options(), call, edited);
            return answered(edited);
        };
    }

    /** A keyboard that is taken away leaves an empty one, which is not told of. */
    private static ObjectNode edited(ObjectNode message, Content content, Keyboard keyboard) {
        ObjectNode edited = message.deepCopy();
        edited.remove("entities");
        edited.setAll(content.part().get());
        if (!keyboard.inline().isEmpty()) {
            edited.set("reply_markup", keyboard.inline());
        } else if (message.has("reply_markup")) {
            edited.putObject("reply_markup").putArray("inline_keyboard");
        }
        return edited;
    }

    private static ObjectNode answered(ObjectNode edited) {
        ObjectNode answer = edited.deepCopy();
        if (answer.at("/reply_markup/inline_keyboard").isEmpty()) {
            answer.remove("reply_markup");
        }
        return answer;
    }

    Supplier<JsonNode> delete(Conversation chat, Params params) {
        ObjectNode message =
                message(chat, params)
                        .orElseThrow(() -> BotError.bad("message to delete not found"));
        Instant written = Instant.ofEpochSecond(message.path("date").asLong());
        if (outgoing.now().isAfter(written.plus(DELETABLE))) {
            throw BotError.bad("message can't be deleted for everyone");
        }
        ObjectNode call = params.call("deleteMessage");
        return () -> {
            String id = message.path("message_id").asText();
            ObjectNode kept = Archive.deletion(message.path("message_id").asLong());
            outgoing.again(chat, "deleted_message", "", id, List.of(), call, kept);
            return BooleanNode.TRUE;
        };
    }

    Supplier<JsonNode> react(Conversation chat, Params params) {
        ObjectNode message =
                message(chat, params).orElseThrow(() -> BotError.bad("message to react not found"));
        JsonNode reactions = params.object("reaction", "reaction types");
        if (reactions.size() > 1) {
            throw BotError.bad("REACTIONS_TOO_MANY");
        }
        String emoji = reactions.at("/0/emoji").asText();
        if (!reactions.isEmpty() && !Reactions.exists(emoji)) {
            throw BotError.bad("REACTION_INVALID");
        }
        ObjectNode call = params.call("setMessageReaction");
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return () -> {
            String id = message.path("message_id").asText();
            outgoing.again(chat, "reaction", emoji, id, List.of(), call, nothing);
            return BooleanNode.TRUE;
        };
    }

    private Optional<ObjectNode> message(Conversation chat, Params params) {
        return archive.message(chat.customer(), params.number("message_id"));
    }
}
