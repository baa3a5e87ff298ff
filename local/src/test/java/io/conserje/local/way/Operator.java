package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.chaos.Program;
import io.conserje.local.command.Terminal;
import io.conserje.local.command.Terminal.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Somebody who follows a runbook line by line, beside the data folder. What stands in capitals they
 * take from what the lines before have shown.
 */
final class Operator {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern NAMED = Pattern.compile("\\b[A-Z]{2,}\\b");

    /** Of these the first one in a list is meant, of others what was shown last. */
    private static final Set<String> LISTED = Set.of("ID", "CONVERSATION");

    /** Where each is seen. */
    private static final Map<String, Pattern> SEEN =
            Map.of(
                    "ID",
                    Pattern.compile("^([\\w.-]+)  (?:inbound|outbound|deferred|receipts|to )\\b.*"),
                    "MESSAGE",
                    Pattern.compile(".*(?:conserje explain |not now .*outbound=)(\\S+).*"),
                    "CORRELATION",
                    Pattern.compile(".*conserje logs --correlation (\\S+).*"),
                    "CHANNEL",
                    Pattern.compile("^\\S+ to (\\w+)/.*"),
                    "CONVERSATION",
                    Pattern.compile("^ *\\d+  (\\S+)$"));

    private final Terminal terminal;
    private final Path data;
    private final Deque<String> lines;
    private final Map<String, String> known = new HashMap<>();

    Operator(Runbook runbook, Path data) {
        this.terminal = new Terminal(data);
        this.data = data;
        this.lines = new ArrayDeque<>(runbook.typed());
    }

    void knows(String name, String value) {
        known.put(name, value);
    }

    /** Types the next line, which must be this one. */
    Told types(String line) {
        return run(next(line));
    }

    /** Types the next line again and again, until it shows what it is to show. */
    Told typesUntil(String line, Predicate<Told> shown) {
        String next = next(line);
        return Awaitility.await(next)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> run(next), shown);
    }

    /** Nothing on the page was left out. */
    void isDone() {
        assertTrue(lines.isEmpty(), () -> "these lines were not run: " + lines);
    }

    private String next(String line) {
        assertFalse(lines.isEmpty(), () -> "the runbook ends before: " + line);
        assertEquals(line, lines.removeFirst());
        return line;
    }

    private Told run(String line) {
        List<String> words = words(line);
        Told told =
                switch (words.getFirst() + " " + words.get(1)) {
                    case Runbook.PROGRAM + " up" -> start(words.subList(1, words.size()));
                    default ->
                            words.getFirst().equals(Runbook.PROGRAM)
                                    ? terminal.type(words.subList(1, words.size()))
                                    : ended(new ProcessBuilder(words), line);
                };
        learn(told.text());
        return told;
    }

    /** As processes of their own, since the command goes and what it started stays. */
    private Told start(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--data", data.toString(), "--port", "0"));
        return ended(Program.of(Checkout.ROOT, all), String.join(" ", words));
    }

    private Told ended(ProcessBuilder command, String line) {
        try {
            Process process =
                    command.directory(data.resolveSibling(".").toFile())
                            .redirectErrorStream(true)
                            .start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Told(line, process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> words(String line) {
        return split(line).stream().map(this::filled).toList();
    }

    /** As a shell does it, where nothing but double quotes is quoted. */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private String filled(String word) {
        return NAMED.matcher(word)
                .replaceAll(name -> {
                    String value = known.get(name.group());
                    assertTrue(value != null, () -> "nothing has shown the " + name.group());
                    return Matcher.quoteReplacement(value);
                });
    }

    private void learn(String text) {
        SEEN.forEach((name, pattern) ->
                text.lines()
                        .map(pattern::matcher)
                        .filter(Matcher::matches)
                        .reduce((one, later) -> LISTED.contains(name) ? one : later)
                        .ifPresent(found -> known.put(name, found.group(1))));
    }
}
