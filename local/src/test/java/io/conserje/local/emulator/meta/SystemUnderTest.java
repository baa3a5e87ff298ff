package io.conserje.local.emulator.meta;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;

/** Plays whoever gets the webhooks: keeps each one, and answers as it was told to. */
final class SystemUnderTest implements AutoCloseable {

    record Received(
            String signature, String contentType, String userAgent, byte[] raw, int number) {

        JsonNode body() {
            try {
                return EmulatorJson.MAPPER.readTree(raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(raw, StandardCharsets.UTF_8);
        }

        /** The ids of all messages, then of all statuses with what they say. */
        List<String> tells() {
            List<String> told = new ArrayList<>();
            for (JsonNode entry : body().path("entry")) {
                for (JsonNode change : entry.path("changes")) {
                    change.at("/value/messages").forEach(m -> told.add(text(m)));
                    change.at("/value/statuses").forEach(s -> told.add(s.path("status").asText()));
                }
            }
            return told;
        }

        private static String text(JsonNode message) {
            return message.at("/text/body").asText();
        }
    }

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final WebServer server;
    volatile ToIntFunction<Received> answer = webhook -> 200;
    volatile String verifyToken = "";

    SystemUnderTest() {
        server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .routing(
                                r -> r.get("/webhook", this::handshake).post("/webhook", this::get))
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

    void forget() {
        received.clear();
    }

    List<String> told() {
        return received().stream().flatMap(r -> r.tells().stream()).toList();
    }

    /** Every message that came, of every POST. */
    List<JsonNode> messages() {
        return received().stream()
                .flatMap(r -> r.body().findValues("messages").stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }

    List<JsonNode> statuses() {
        return received().stream()
                .flatMap(r -> r.body().findValues("statuses").stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }

    private void handshake(ServerRequest request, ServerResponse response) {
        boolean known = request.query().first("hub.verify_token").orElse("").equals(verifyToken);
        response.status(known ? Status.OK_200 : Status.FORBIDDEN_403)
                .send(known ? request.query().first("hub.challenge").orElse("") : "no");
    }

    private void get(ServerRequest request, ServerResponse response) {
        byte[] raw = request.content().as(byte[].class);
        Received webhook;
        synchronized (this) {
            webhook =
                    new Received(
                            header(request, "X-Hub-Signature-256"),
                            header(request, "Content-Type"),
                            header(request, "User-Agent"),
                            raw,
                            received.size() + 1);
            received.add(webhook);
        }
        response.status(Status.create(answer.applyAsInt(webhook))).send();
    }

    private static String header(ServerRequest request, String name) {
        return request.headers().first(HeaderNames.create(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop();
    }
}
