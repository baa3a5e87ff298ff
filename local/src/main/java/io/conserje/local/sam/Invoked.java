package io.conserje.local.sam;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one event in one function.
 *
 * @param took as the runtime reports it: the start of the function and its work
 * @param lastLine the last line of the function's log, where it has written one
 * @param wrong what is not as expected
 */
public record Invoked(
        String function,
        String event,
        Duration took,
        Optional<JsonNode> lastLine,
        Optional<String> wrong) {
    public boolean ok() {
        return wrong.isEmpty();
    }
}
