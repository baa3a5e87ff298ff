package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A special stretch of a text, such as a command or a mention. Telegram counts in UTF-16 units, as
 * Java does (core.telegram.org/bots/api#messageentity).
 */
record Entity(String type, int start, int end, String text, JsonNode json) {

    /** In the order of the text; what lies outside of it is left out. */
    static List<Entity> of(String text, JsonNode entities) {
        return entities.valueStream()
                .flatMap(each -> read(text, each).stream())
                .sorted(Comparator.comparingInt(Entity::start))
                .toList();
    }

    private static Optional<Entity> read(String text, JsonNode entity) {
        long start = position(entity.path("offset"));
        long end = start + position(entity.path("length"));
        return start >= 0 && end > start && end <= text.length()
                ? Optional.of(
                        new Entity(
                                Json.text(entity, "type").orElse(""),
                                (int) start,
                                (int) end,
                                text.substring((int) start, (int) end),
                                entity))
                : Optional.empty();
    }

    private static long position(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() ? value.longValue() : -1;
    }
}
