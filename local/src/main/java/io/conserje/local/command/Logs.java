package io.conserje.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the way of messages, from the same lines of JSON that CloudWatch gets. */
@Command(name = "logs")
final class Logs implements Callable<Integer> {
    @Mixin private Home home;

    @Option(names = "--conversation", paramLabel = "ID", defaultValue = "")
    private String conversation;

    @Option(names = "--correlation", paramLabel = "ID", defaultValue = "")
    private String correlation;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "200")
    private int most;

    @Option(names = "--json")
    private boolean raw;

    @Option(names = "--busiest")
    private boolean busiest;

    private final Texts texts = Texts.ofSystem();
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public Integer call() throws IOException {
        Path file = home.events();
        if (!Files.exists(file)) {
            throw new Mistake(texts.say("logs.none", file));
        }
        Deque<JsonNode> last = new ArrayDeque<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line).filter(this::wanted).ifPresent(last::add);
                if (last.size() > most) {
                    last.removeFirst();
                }
            }
        }
        List<String> shown = busiest ? Busiest.of(last) : last.stream().map(this::shown).toList();
        shown.forEach(System.out::println);
        if (shown.isEmpty()) {
            System.out.println(texts.say("logs.nothing"));
        }
        return 0;
    }

    private String shown(JsonNode line) {
        return raw ? line.toString() : LogLine.of(line);
    }

    /** A last line that is still being written is left for the next time. */
    private Optional<JsonNode> read(String line) {
        try {
            return Optional.of(json.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean wanted(JsonNode line) {
        return (conversation.isEmpty()
                        || line.path("conversation").asText().startsWith(conversation))
                && (correlation.isEmpty()
                        || line.path("correlation").asText().startsWith(correlation));
    }
}
