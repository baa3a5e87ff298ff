package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message goes.
 *
 * @param topic of a forum
 */
record Address(long chat, Optional<Long> topic) {
    private static final Pattern SHAPE = Pattern.compile("(-?[0-9]{1,18})(?:/([0-9]{1,18}))?");

    /** Empty when the contact is not named as this channel names one. */
    static Optional<Address> of(Contact contact) {
        return contact.userId()
                .map(SHAPE::matcher)
                .filter(Matcher::matches)
                .map(found ->
                        new Address(
                                Long.parseLong(found.group(1)),
                                Optional.ofNullable(found.group(2)).map(Long::valueOf)));
    }

    boolean isGroup() {
        return chat < 0;
    }

    ObjectNode start() {
        ObjectNode fields = Json.object().put("chat_id", chat);
        topic.ifPresent(thread -> fields.put("message_thread_id", thread));
        return fields;
    }
}
