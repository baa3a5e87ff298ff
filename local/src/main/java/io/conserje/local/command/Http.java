package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP with what runs on this machine. */
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final JsonMapper json = JsonMapper.builder().build();

    record Answer(int status, JsonNode body) {}

    Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    Answer post(URI uri, JsonNode body) {
        return send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body.toString())));
    }

    Answer put(URI uri, JsonNode body) {
        return send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(body.toString())));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.timeout(PATIENCE)
                                    .header("content-type", "application/json")
                                    .build(),
                            BodyHandlers.ofString());
            String body = response.body().isBlank() ? "{}" : response.body();
            return new Answer(response.statusCode(), json.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    JsonMapper json() {
        return json;
    }

    @Override
    public void close() {
        client.close();
    }
}
