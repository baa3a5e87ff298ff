package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.phone.Conversation;
import java.util.regex.Pattern;

/** Who is who, in Telegram's words. */
final class People {
    /** "At most 52 significant bits". */
    private static final long LARGEST = (1L << 52) - 1;

    private static final Pattern ADORNMENT = Pattern.compile("[+ ().-]");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");

    private final TelegramAccount account;

    People(TelegramAccount account) {
        this.account = account;
    }

    static String customer(String named) {
        String digits = ADORNMENT.matcher(named).replaceAll("");
        // With a minus sign it is a group.
        if (named.startsWith("-") || !isUser(digits)) {
            throw new Refused(
                    "phone", "must be a Telegram user id, a number, and not '" + named + "'");
        }
        return digits;
    }

    static boolean isUser(String id) {
        return ID.matcher(id).matches() && Long.parseLong(id) <= LARGEST;
    }

    ObjectNode bot() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.botId())
                .put("is_bot", true)
                .put("first_name", "Front desk")
                .put("username", account.botUsername());
    }

    /** As getMe tells it, with what only the bot itself may know. */
    ObjectNode me() {
        return bot().put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    /** Without a username, which many people have not. */
    static ObjectNode user(Conversation conversation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.parseLong(conversation.customer()))
                .put("is_bot", false)
                .put("first_name", conversation.name())
                .put("language_code", "es");
    }

    static ObjectNode chat(Conversation conversation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.parseLong(conversation.customer()))
                .put("first_name", conversation.name())
                .put("type", "private");
    }
}
