package io.conserje.local.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks over HTTP. */
public final class HttpHealth implements Health, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    @Override
    public Said ask(URI route) {
        try {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(route).timeout(ANSWER).GET().build(),
                            BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            return new Said(
                    body.path("release").asText(),
                    body.path("status").asText("HTTP " + response.statusCode()));
        } catch (IOException e) {
            return new Said("", String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said("", "interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
