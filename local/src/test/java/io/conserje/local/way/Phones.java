package io.conserje.local.way;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers' phones of a provider that another process plays.
 *
 * @param emulator where it is played
 */
record Phones(URI emulator) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void say(String customer, String text) {
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("text", text);
        call(request("phones/" + customer + "/messages").POST(body(said)));
    }

    /** What the business said to a customer, in order. */
    List<String> heard(String customer) {
        List<String> texts = new ArrayList<>();
        for (JsonNode line :
                call(request("phones/" + customer + "/messages").GET()).path("messages")) {
            if (line.path("direction").asText().equals("BUSINESS")) {
                texts.add(line.path("text").asText());
            }
        }
        return texts;
    }

    void dial(String fault, double rate) {
        call(request("dial").PUT(body(JsonNodeFactory.instance.objectNode().put(fault, rate))));
    }

    static JsonNode get(URI uri) {
        return call(HttpRequest.newBuilder(uri).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(emulator.resolve("/_emulator/" + path))
                .header("content-type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(JsonNode json) {
        return BodyPublishers.ofString(json.toString());
    }

    private static JsonNode call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
