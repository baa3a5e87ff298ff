package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Reply;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telegram's own word that it did not do what was asked: {@code ok} is false
 * (core.telegram.org/bots/api#making-requests, #responseparameters).
 *
 * @param code Telegram's, which counts where the HTTP status is another
 * @param movedTo the id under which the group goes on
 */
record Refusal(
        int code, String description, Optional<Duration> retryAfter, Optional<String> movedTo) {
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,6}");

    static final String ADVICE = ": Telegram does not know the bot: set the secret 'bot-token'";

    static Optional<Refusal> read(Reply reply) {
        return reply instanceof Reply.Answer answer ? read(answer) : Optional.empty();
    }

    private static Optional<Refusal> read(Reply.Answer answer) {
        JsonNode body = Json.parseAnswer(answer.body());
        JsonNode parameters = body.path("parameters");
        return body.path("ok").isBoolean() && !body.path("ok").booleanValue()
                ? Optional.of(
                        new Refusal(
                                body.path("error_code").asInt(answer.status()),
                                Json.text(body, "description").orElse("no description"),
                                seconds(parameters),
                                Ids.number(parameters, "migrate_to_chat_id")))
                : Optional.empty();
    }

    private static Optional<Duration> seconds(JsonNode parameters) {
        return Json.text(parameters, "retry_after")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** An unknown token is 401, one that does not even look like one 404. */
    boolean isOfToken() {
        return code == 401 || code == 404;
    }

    boolean isThrottle() {
        return code == 429;
    }

    boolean says(String words) {
        return description.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    String words() {
        return code + " " + description;
    }
}
