package io.conserje.local.sam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code sam local invoke} said: the answer on its standard output, and beside it what SAM,
 * the runtime and the function have to tell.
 */
record Said(Optional<JsonNode> answer, List<JsonNode> lines, Optional<Duration> took) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DURATION =
            Pattern.compile("^REPORT .*\\bDuration: ([0-9.]+) ms\\s+Billed", Pattern.MULTILINE);

    static Said of(String out, String err) {
        return new Said(
                out.lines().flatMap(line -> object(line).stream()).reduce((one, next) -> next),
                err.lines().flatMap(line -> object(line).stream()).toList(),
                took(err));
    }

    private static Optional<JsonNode> object(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> took(String err) {
        Matcher found = DURATION.matcher(err);
        return found.find()
                ? Optional.of(Duration.ofMillis((long) Double.parseDouble(found.group(1))))
                : Optional.empty();
    }

    Optional<JsonNode> lastLine() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }
}
