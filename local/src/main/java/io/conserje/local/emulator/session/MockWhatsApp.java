package io.conserje.local.emulator.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mock of WhatsApp, driven by its control API ({@code whatsapp-session/mock/README.md}). */
public final class MockWhatsApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final JsonMapper JSON = EmulatorJson.MAPPER;

    private final ChildProcess process;
    private final URI control;
    private final String url;
    private final String rootKey;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private MockWhatsApp(ChildProcess process, JsonNode ready) {
        this.process = process;
        this.control = URI.create(ready.path("control").asText());
        this.url = ready.path("url").asText();
        this.rootKey = ready.path("rootKey").asText();
    }

    /**
     * @param folder of the package, built
     * @param data where it keeps what it knows
     */
    public static MockWhatsApp start(Path folder, Path data) {
        ChildProcess process =
                ChildProcess.start(
                        folder,
                        List.of(
                                "node",
                                "dist/mock/main.js",
                                "--with-parent",
                                "--data",
                                data.toString()),
                        Map.of(),
                        data.resolve("mock.log"),
                        true);
        try {
            return new MockWhatsApp(process, JSON.readTree(process.await("READY")));
        } catch (IOException e) {
            process.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Where the client connects. */
    public String url() {
        return url;
    }

    /** Where files lie. */
    public URI media() {
        return URI.create("http://" + URI.create(url).getAuthority());
    }

    /** What its certificates are signed with, in hex. */
    public String rootKey() {
        return rootKey;
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(control.resolve(path)).GET());
    }

    public JsonNode post(String path, JsonNode body) {
        return send(
                HttpRequest.newBuilder(control.resolve(path))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** With one field, or none. */
    public JsonNode post(String path, Map<String, String> body) {
        var object = JsonNodeFactory.instance.objectNode();
        body.forEach(object::put);
        return post(path, object);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new Refused("WhatsApp", body.path("error").asText(answer.body()));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mock was asked", e);
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
