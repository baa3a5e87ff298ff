package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Contact;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something was said. */
record Chat(String id, Kind kind, JsonNode json) {

    enum Kind {
        PRIVATE,
        GROUP,
        CHANNEL
    }

    /**
     * Stands for an administrator who hides: a person, though Telegram marks it as a bot for the
     * sake of old clients (core.telegram.org/bots/api#message, {@code sender_chat}).
     */
    private static final String ANONYMOUS_ADMINISTRATOR = "1087968824";

    /** Empty when it is not there or of a type that we do not know. */
    static Optional<Chat> of(JsonNode parent) {
        JsonNode chat = parent.path("chat");
        return Ids.number(chat, "id")
                .flatMap(id -> kind(chat).map(kind -> new Chat(id, kind, chat)));
    }

    private static Optional<Kind> kind(JsonNode chat) {
        return switch (Json.text(chat, "type").orElse("")) {
            case "private" -> Optional.of(Kind.PRIVATE);
            case "group", "supergroup" -> Optional.of(Kind.GROUP);
            case "channel" -> Optional.of(Kind.CHANNEL);
            default -> Optional.empty();
        };
    }

    boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    static boolean isOtherBot(JsonNode user) {
        return user.path("is_bot").asBoolean(false) && !isAnonymous(user);
    }

    private static boolean isAnonymous(JsonNode user) {
        return Ids.number(user, "id").filter(ANONYMOUS_ADMINISTRATOR::equals).isPresent();
    }

    /**
     * Who is answered here. A group is one contact, whoever speaks in it.
     *
     * @param user who spoke; the chat's own name stands in for one without a name
     */
    Contact contact(JsonNode user) {
        return contact(Optional.empty(), user);
    }

    /**
     * @param message tells the topic, where the chat is a forum
     */
    Contact contactOf(JsonNode message, JsonNode user) {
        boolean inTopic = kind == Kind.GROUP && message.path("is_topic_message").asBoolean(false);
        return contact(inTopic ? Ids.number(message, "message_thread_id") : Optional.empty(), user);
    }

    private Contact contact(Optional<String> topic, JsonNode user) {
        JsonNode named = isAnonymous(user) || name(user).isEmpty() ? json : user;
        return new Contact(
                Optional.of(topic.map(thread -> id + "/" + thread).orElse(id)),
                Optional.empty(),
                name(named),
                username(named));
    }

    private static Optional<String> name(JsonNode named) {
        return joined(named).or(() -> Json.text(named, "title"));
    }

    static Optional<String> joined(JsonNode person) {
        String name =
                Stream.of("first_name", "last_name")
                        .flatMap(field -> Json.text(person, field).stream())
                        .collect(Collectors.joining(" "));
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    private static Optional<String> username(JsonNode named) {
        return Json.text(named, "username")
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .filter(name -> !name.isBlank());
    }
}
