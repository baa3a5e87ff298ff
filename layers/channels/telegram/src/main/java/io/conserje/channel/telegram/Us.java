package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Account;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our bot, as a group knows it: what is said to it there, and what is not. */
record Us(Optional<String> id, Optional<String> username) {
    private static final Pattern AFTER_OUR_NAME = Pattern.compile("^[,:]\\s*");

    static Us of(Account account) {
        return new Us(
                Settings.read(account, Settings.BOT_ID),
                Settings.read(account, Settings.BOT_USERNAME));
    }

    /** A channel's post that Telegram repeats in its group is not said to anybody. */
    boolean isAddressedBy(JsonNode message) {
        return !message.path("is_automatic_forward").asBoolean(false) && calls(message);
    }

    private boolean calls(JsonNode message) {
        return isUs(answered(message))
                || !ours(message, "text", "entities").isEmpty()
                || !ours(message, "caption", "caption_entities").isEmpty();
    }

    /**
     * Whose message this one answers. Everything in a topic answers the message that opened it, and
     * that may have been us.
     */
    private static JsonNode answered(JsonNode message) {
        JsonNode answered = message.path("reply_to_message");
        return answered.has("forum_topic_created")
                ? MissingNode.getInstance()
                : answered.path("from");
    }

    private boolean isUs(JsonNode user) {
        return isOurId(user)
                || username.isPresent()
                        && Json.text(user, "username")
                                .filter(username.get()::equalsIgnoreCase)
                                .isPresent();
    }

    private boolean isOurId(JsonNode user) {
        return id.isPresent() && Ids.number(user, "id").equals(id);
    }

    private List<Entity> ours(JsonNode message, String text, String entities) {
        return Json.text(message, text)
                .map(said -> ours(said, message.path(entities)))
                .orElseGet(List::of);
    }

    private List<Entity> ours(String text, JsonNode entities) {
        return Entity.of(text, entities).stream().filter(this::names).toList();
    }

    private boolean names(Entity entity) {
        return switch (entity.type()) {
            case "mention" -> isOurName(entity.text());
            case "text_mention" -> isUs(entity.json().path("user"));
            case "bot_command" -> commands(entity);
            default -> false;
        };
    }

    /** A command is for every bot that hears it, unless it names one. */
    private boolean commands(Entity command) {
        int at = command.text().indexOf('@');
        return at < 0 ? command.start() == 0 : isOurName(command.text().substring(at));
    }

    private boolean isOurName(String mention) {
        return username.isPresent() && mention.equalsIgnoreCase("@" + username.get());
    }

    /** What was said, without the calling of us; if that was all, then just as it was. */
    String withoutOurName(String text, JsonNode entities) {
        List<Entity> ours = ours(text, entities);
        return ours.isEmpty() ? text : without(ours, text);
    }

    private static String without(List<Entity> ours, String text) {
        StringBuilder left = new StringBuilder();
        int read = 0;
        for (Entity entity : ours) {
            if (entity.start() >= read) {
                left.append(text, read, entity.start()).append(kept(entity));
                trimEnd(left);
                read = entity.end();
            }
        }
        left.append(text, read, text.length());
        String said = AFTER_OUR_NAME.matcher(left.toString().strip()).replaceFirst("");
        return said.isBlank() ? text : said;
    }

    private static String kept(Entity entity) {
        int at = entity.text().indexOf('@');
        return switch (entity.type()) {
            case "bot_command" -> at < 0 ? entity.text() : entity.text().substring(0, at);
            default -> "";
        };
    }

    private static void trimEnd(StringBuilder left) {
        while (!left.isEmpty() && Character.isWhitespace(left.charAt(left.length() - 1))) {
            left.setLength(left.length() - 1);
        }
    }
}
