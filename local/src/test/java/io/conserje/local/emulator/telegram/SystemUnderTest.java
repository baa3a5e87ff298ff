package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/** Plays whoever gets the updates: keeps each one, and answers as it was told to. */
final class SystemUnderTest implements AutoCloseable {

    record Received(String secret, String contentType, JsonNode update, int number) {

        long id() {
            return update.path("update_id").asLong();
        }

        /** What it tells, as far as it is a text. */
        String text() {
            return update.at("/message/text").asText();
        }
    }

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final WebServer server;
    volatile ToIntFunction<Received> answer = update -> 200;

    SystemUnderTest() {
        server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .routing(r -> r.post("/webhook", this::get))
                        .build()
                        .start();
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:" + server.port() + "/webhook");
    }

    /** What came, in the order of its coming. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    List<String> told() {
        return received().stream().map(Received::text).toList();
    }

    JsonNode last() {
        return received().getLast().update();
    }

    void forget() {
        received.clear();
    }

    private void get(ServerRequest request, ServerResponse response) {
        Received update;
        synchronized (received) {
            update =
                    new Received(
                            header(request, "X-Telegram-Bot-Api-Secret-Token"),
                            header(request, "Content-Type"),
                            json(request.content().as(byte[].class)),
                            received.size() + 1);
            received.add(update);
        }
        response.status(Status.create(answer.applyAsInt(update))).send();
    }

    private static JsonNode json(byte[] raw) {
        try {
            return EmulatorJson.MAPPER.readTree(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ServerRequest request, String name) {
        return request.headers().first(HeaderNames.create(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop();
    }
}
