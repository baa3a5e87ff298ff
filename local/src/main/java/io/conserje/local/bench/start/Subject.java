package io.conserje.local.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.local.lambda.LambdaJvm;
import io.conserje.local.lambda.Unpacked;
import io.conserje.local.sam.AsOfNow;
import io.conserje.local.sam.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that is measured.
 *
 * @param id as the template calls it
 * @param environment as the template gives it
 * @param name of its first event, and each later one, in {@code events/}
 * @param file of that event
 */
public record Subject(
        String id,
        Unpacked code,
        String handler,
        Map<String, String> environment,
        String name,
        Path file,
        Expected expected) {
    private static final String REHEARSED_BADLY = "the rehearsal came to";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    LambdaJvm.Launch launch(
            Map<String, String> more, List<String> flags, List<String> before, Path output) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new LambdaJvm.Launch(code, handler, all, false, flags, before, output);
    }

    Subject with(Unpacked otherCode, String otherHandler) {
        return new Subject(id, otherCode, otherHandler, environment, name, file, expected);
    }

    /** The event as if it came now. */
    public byte[] event(Instant now) {
        return AsOfNow.read(file, now).toString().getBytes(UTF_8);
    }

    /** A quick answer that is wrong measures nothing. */
    void checkAnswer(String answer) throws IOException {
        Optional<String> wrong = expected.wrong(id, name, JSON.readTree(answer));
        if (wrong.isPresent()) {
            throw new IllegalStateException(id + " answered " + answer + ": " + wrong.get());
        }
    }

    /** The same with what it has logged. */
    void check(String answer, Path log) throws IOException {
        checkAnswer(answer);
        Optional<String> wrong = expected.untold(id, name, lines(log));
        if (wrong.isEmpty() && LambdaJvm.read(log).contains(REHEARSED_BADLY)) {
            wrong = Optional.of("its rehearsal went wrong");
        }
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
