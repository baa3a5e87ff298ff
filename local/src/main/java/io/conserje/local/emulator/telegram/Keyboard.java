package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be tapped below a message, or instead of typing.
 *
 * @param inline as the message tells of it; empty for none, and for a keyboard to type with
 */
record Keyboard(ObjectNode inline, List<Option> options) {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_DATA_BYTES = 64;
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton");

    /** What a button below a message can do; those that call nobody are taken as they are. */
    private static final Set<String> ACTIONS =
            Set.of(
                    "callback_data",
                    "url",
                    "web_app",
                    "login_url",
                    "switch_inline_query",
                    "switch_inline_query_current_chat",
                    "switch_inline_query_chosen_chat",
                    "copy_text",
                    "callback_game",
                    "pay");

    Keyboard {
        options = List.copyOf(options);
    }

    static Keyboard read(Params params) {
        JsonNode markup = params.object("reply_markup", "reply keyboard markup");
        if (markup.isMissingNode()) {
            return none();
        }
        if (!markup.isObject()) {
            throw BotError.bad("object expected as reply markup");
        }
        if (markup.has("inline_keyboard")) {
            return inline(rows(markup.path("inline_keyboard"), "inline_keyboard"));
        }
        return markup.has("keyboard") ? typing(rows(markup.path("keyboard"), "keyboard")) : none();
    }

    private static Keyboard none() {
        return new Keyboard(JsonNodeFactory.instance.objectNode(), List.of());
    }

    private static List<JsonNode> rows(JsonNode keyboard, String field) {
        List<JsonNode> rows = new ArrayList<>();
        boolean lists = keyboard.isArray();
        for (JsonNode row : keyboard) {
            lists &= row.isArray();
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        if (!lists) {
            throw BotError.bad("field \"" + field + "\" must be an Array of Arrays of buttons");
        }
        return rows;
    }

    private static Keyboard inline(List<JsonNode> rows) {
        ObjectNode markup = JsonNodeFactory.instance.objectNode();
        List<Option> options = new ArrayList<>();
        int buttons = 0;
        for (JsonNode row : rows) {
            ArrayNode kept = markup.withArray("inline_keyboard").addArray();
            for (JsonNode button : row) {
                checkInline(button);
                kept.add(button);
                buttons++;
                String text = button.path("text").asText();
                String id = button.path("callback_data").asText(button.path("url").asText());
                if (!id.isEmpty()) {
                    options.add(new Option(id, text, null));
                }
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw BotError.bad("REPLY_MARKUP_TOO_LONG");
        }
        return new Keyboard(markup, options);
    }

    private static void checkInline(JsonNode button) {
        String cannot = "can't parse inline keyboard button: ";
        checkText(button, cannot);
        long actions = ACTIONS.stream().filter(button::has).count();
        if (actions == 0) {
            throw BotError.bad(cannot + "Text buttons are unallowed in the inline keyboard");
        }
        if (actions > 1) {
            throw BotError.bad(cannot + "A button can do only one thing");
        }
        if (button.has("callback_data")) {
            int bytes =
                    button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MOST_DATA_BYTES) {
                throw BotError.bad("BUTTON_DATA_INVALID");
            }
        }
        if (button.has("url") && !isAddress(button.path("url").asText())) {
            throw BotError.bad("BUTTON_URL_INVALID");
        }
    }

    private static void checkText(JsonNode button, String cannot) {
        if (!button.isObject()) {
            throw BotError.bad(cannot + "Expected an Object");
        }
        if (!button.has("text")) {
            throw BotError.bad(cannot + "Can't find field \"text\"");
        }
        if (button.path("text").asText().isBlank()) {
            throw BotError.bad("BUTTON_TEXT_INVALID");
        }
    }

    private static boolean isAddress(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            return scheme != null && SCHEMES.contains(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A button may be but its text. */
    private static Keyboard typing(List<JsonNode> rows) {
        List<Option> options = new ArrayList<>();
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                if (!button.isTextual()) {
                    checkText(button, "can't parse keyboard button: ");
                }
                String text = button.isTextual() ? button.asText() : button.path("text").asText();
                options.add(new Option(text, text, null));
            }
        }
        return new Keyboard(JsonNodeFactory.instance.objectNode(), options);
    }
}
