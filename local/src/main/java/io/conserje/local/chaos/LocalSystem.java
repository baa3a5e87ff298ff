package io.conserje.local.chaos;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The whole system as a process of its own, on a data folder that outlives it. */
public final class LocalSystem {
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 50;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int QUIET_LOOKS = 4;
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Process process;
    private final Run run;
    private final HttpClient http;

    /** An account, and where its provider's emulator listens. */
    public record Line(String project, String channel, String account, URI emulator) {}

    /**
     * What a running system tells of itself.
     *
     * @param variables where its tables and queues are, by the names that functions know them by
     */
    public record Run(long pid, URI api, Map<String, String> variables, List<Line> lines) {}

    private LocalSystem(Process process, Run run, HttpClient http) {
        this.process = process;
        this.run = run;
        this.http = http;
    }

    /** A process that has begun to start. */
    public record Starting(Process process, Path data) {
        public void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /**
         * Waits until it is ready.
         *
         * @throws IllegalStateException with what it said, when it does not become so
         */
        public LocalSystem ready(HttpClient http) throws IOException, InterruptedException {
            Path file = data.resolve("run.json");
            long until = System.nanoTime() + TO_START.toNanos();
            while (!Files.exists(file)) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        || System.nanoTime() > until) {
                    kill();
                    throw new IllegalStateException(
                            "it does not start: " + Files.readString(console(data)));
                }
            }
            return new LocalSystem(process, JSON.readValue(file.toFile(), Run.class), http);
        }
    }

    /**
     * @param root of the checkout
     * @param options of {@code up}
     */
    public static Starting start(Path root, Path data, List<String> options) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("run.json"));
        List<String> arguments =
                new ArrayList<>(List.of("up", "--data", data.toString(), "--port", "0"));
        arguments.addAll(options);
        return new Starting(
                Program.of(root, arguments).redirectOutput(console(data).toFile()).start(), data);
    }

    private static Path console(Path data) {
        return data.resolve("console.log");
    }

    public Run run() {
        return run;
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * @throws IOException also when it is not there any more
     */
    public JsonNode get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    /**
     * @throws IOException also when it is not there any more
     */
    public JsonNode post(URI uri, JsonNode body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    /**
     * Waits until nothing is on its way.
     *
     * @throws IllegalStateException when something still is after so long
     */
    public void settle(Duration longest) throws IOException, InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("messages are still on their way after " + longest);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            quiet = isQuiet() ? quiet + 1 : 0;
        }
    }

    /** Whether nothing waits in a queue and no provider owes a webhook. */
    public boolean isQuiet() throws IOException, InterruptedException {
        for (JsonNode part : get(run.api().resolve("/health")).path("parts")) {
            if (!part.path("name").asText().endsWith("/dead")
                    && part.path("waiting").asLong() > 0) {
                return false;
            }
        }
        for (Line line : run.lines()) {
            if (get(line.emulator().resolve("/_emulator/state")).path("pending").asLong() > 0) {
                return false;
            }
        }
        return true;
    }
}
