package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.PhoneLine;
import java.util.Map;
import java.util.Set;

/** How messages look on the telephone. */
final class Shown {
    private static final Set<String> NOT_CONTENT =
            Set.of(
                    "message_id",
                    "from",
                    "chat",
                    "date",
                    "edit_date",
                    "entities",
                    "caption",
                    "caption_entities",
                    "reply_to_message",
                    "reply_markup",
                    "media_group_id",
                    "message_thread_id",
                    "sender_chat",
                    "link_preview_options");

    private Shown() {}

    /** Telegram's word for what a message is: the field that holds it. */
    static String kind(JsonNode message) {
        if (message.has("venue")) {
            return "venue";
        }
        return message.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !NOT_CONTENT.contains(name) && !name.startsWith("forward_"))
                .findFirst()
                .orElse("unknown");
    }

    /** What can be read of it. */
    static String text(JsonNode message) {
        return message.path("text").asText(message.path("caption").asText());
    }

    static String place(JsonNode location) {
        return location.path("latitude").asText() + ", " + location.path("longitude").asText();
    }

    /**
     * A line's id begins with its message's; what is told of a message again has a line, and so an
     * id, of its own.
     */
    static String again(String message, int line) {
        return message + "/" + line;
    }

    /** Zero for what is no message. */
    static long messageId(PhoneLine line) {
        String id = line.id().split("/", 2)[0];
        return id.length() <= 18 && id.chars().allMatch(Character::isDigit)
                ? Long.parseLong(id)
                : 0;
    }
}
