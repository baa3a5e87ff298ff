package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of the log for people: when, which word of the way, what happened, how long it took,
 * with what id.
 */
final class LogLine {
    private static final Set<String> SHOWN =
            Set.of(
                    "@timestamp",
                    "message",
                    "logger_name",
                    "level",
                    "stage",
                    "word",
                    "count",
                    "errors",
                    "latency",
                    "_aws",
                    "correlation",
                    "conversation",
                    "project",
                    "stack_trace");

    private LogLine() {}

    static String of(JsonNode line) {
        String time = line.path("@timestamp").asText();
        String rest =
                line.properties().stream()
                        .filter(field ->
                                !SHOWN.contains(field.getKey())
                                        && !field.getKey().startsWith("AWS"))
                        .map(LogLine::shown)
                        .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%s %-9s %s %11s  %-34s  %s%s",
                time.length() > 23 ? time.substring(11, 23) : time,
                line.has("word") ? line.path("word").asText() : line.path("level").asText(),
                line.path("errors").asInt() > 0 ? "!" : " ",
                line.has("latency")
                        ? String.format(Locale.ROOT, "%.1f ms", line.path("latency").asDouble())
                        : "",
                line.path("message").asText(),
                "correlation=" + line.path("correlation").asText("-"),
                rest.isEmpty() ? "" : " " + rest);
    }

    private static String shown(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return field.getKey() + "=" + (value.isValueNode() ? value.asText() : value.toString());
    }
}
