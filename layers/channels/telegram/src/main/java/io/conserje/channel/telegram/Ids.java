package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.MessageId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How things of Telegram are named. A message's number counts in its chat alone, so that the chat
 * is part of its name. Numbers stay text: they exceed 32 bits.
 */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern MESSAGE = Pattern.compile("(-?[0-9]{1,18}):([0-9]{1,18})");
    private static final Pattern CALLBACK = Pattern.compile("callback:(.+):(-?[0-9]{1,18})");

    /** A message in its chat. */
    record InChat(String chat, String message) {}

    /** A pressed button, and where it was pressed. */
    record Press(String query, String chat) {}

    private Ids() {}

    static Optional<String> number(JsonNode parent, String field) {
        return Json.text(parent, field).filter(text -> NUMBER.matcher(text).matches());
    }

    static MessageId message(String chat, String message) {
        return new MessageId(chat + ":" + message);
    }

    static MessageId update(String update) {
        return new MessageId("update:" + update);
    }

    static MessageId callback(String query, String chat) {
        return new MessageId("callback:" + query + ":" + chat);
    }

    static Optional<InChat> parseMessage(MessageId id) {
        Matcher found = MESSAGE.matcher(id.value());
        return found.matches()
                ? Optional.of(new InChat(found.group(1), found.group(2)))
                : Optional.empty();
    }

    static Optional<Press> parseCallback(MessageId id) {
        Matcher found = CALLBACK.matcher(id.value());
        return found.matches()
                ? Optional.of(new Press(found.group(1), found.group(2)))
                : Optional.empty();
    }
}
