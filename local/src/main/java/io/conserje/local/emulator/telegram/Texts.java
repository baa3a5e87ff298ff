package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts, which Telegram counts in characters, and in which it sees what is special. */
final class Texts {
    static final int LONGEST = 4096;
    static final int LONGEST_CAPTION = 1024;

    private static final Pattern COMMAND = Pattern.compile("^/[A-Za-z0-9_]{1,64}(@\\w+)?");

    private Texts() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The part of a message that is its text. */
    static ObjectNode message(String text) {
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("text", text);
        Matcher command = COMMAND.matcher(text);
        if (command.find()) {
            part.putArray("entities")
                    .addObject()
                    .put("offset", 0)
                    .put("length", command.end())
                    .put("type", "bot_command");
        }
        return part;
    }
}
