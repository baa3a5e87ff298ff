package io.conserje.local.sam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What each event is to come to, as {@code events/expected.yaml} says. */
public final class Expected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode all;

    private Expected(JsonNode all) {
        this.all = all;
    }

    public static Expected in(Path root) {
        try {
            return of(Files.readString(root.resolve("events/expected.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Expected of(String yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new Expected(JSON.valueToTree(Objects.requireNonNullElse(read, Map.of())));
    }

    private JsonNode of(String function, String event) {
        return all.path(function).path(event);
    }

    /** What of an answer is not as it is to be; empty when all is. */
    public Optional<String> wrong(String function, String event, JsonNode answer) {
        JsonNode expected = of(function, event).path("answers");
        return expected.isMissingNode()
                ? Optional.of("events/expected.yaml does not say what " + event + " comes to")
                : differs("answer", expected, answer);
    }

    /** Whether a function has told, in a line of its log, what it did. */
    public Optional<String> untold(String function, String event, List<JsonNode> lines) {
        String told = of(function, event).path("logs").asText();
        boolean found =
                told.isEmpty()
                        || lines.stream()
                                .anyMatch(line -> line.path("message").asText().contains(told));
        return found ? Optional.empty() : Optional.of("its log does not say \"" + told + "\"");
    }

    /** What an object is to have it must have; it may have more. */
    private static Optional<String> differs(String where, JsonNode expected, JsonNode actual) {
        if (!expected.isObject()) {
            return expected.equals(actual)
                    ? Optional.empty()
                    : Optional.of(where + " is " + actual + ", expected " + expected);
        }
        JsonNode object = actual.isTextual() ? read(actual.asText()) : actual;
        return expected.properties().stream()
                .flatMap(field ->
                        differs(
                                where + "." + field.getKey(),
                                field.getValue(),
                                object.path(field.getKey()))
                                .stream())
                .findFirst();
    }

    /** A body of JSON is a text in the answer. */
    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
