package io.conserje.local.bench.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.Unpacked;
import io.conserje.local.sam.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that is measured.
 *
 * @param id as the template calls it
 * @param environment as the template gives it
 * @param event its first, and each later one
 * @param name of that event in {@code events/}
 */
public record Subject(
        String id,
        Unpacked code,
        String handler,
        Map<String, String> environment,
        String name,
        byte[] event,
        Expected expected) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    LambdaJvm.Launch launch(
            Map<String, String> more, List<String> flags, List<String> before, Path output) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new LambdaJvm.Launch(code, handler, all, false, flags, before, output);
    }

    Subject with(Unpacked otherCode, String otherHandler) {
        return new Subject(id, otherCode, otherHandler, environment, name, event, expected);
    }

    /** A quick answer that is wrong measures nothing. */
    void check(String answer, Path log) throws IOException {
        Optional<String> wrong =
                expected.wrong(id, name, JSON.readTree(answer))
                        .or(() -> expected.untold(id, name, lines(log)));
        if (wrong.isPresent()) {
            throw new IllegalStateException(
                    id + " answered " + answer + ": " + wrong.get() + LambdaJvm.read(log));
        }
    }

    private static List<JsonNode> lines(Path log) {
        return LambdaJvm.read(log)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Subject::line)
                .toList();
    }

    private static JsonNode line(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
