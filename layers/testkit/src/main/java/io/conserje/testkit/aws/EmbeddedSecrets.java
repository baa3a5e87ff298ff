package io.conserje.testkit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A Secrets Manager with one secret, or none, which counts how often it is asked. */
public final class EmbeddedSecrets implements AutoCloseable {
    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Optional<String> secret = Optional.empty();

    private EmbeddedSecrets(HttpServer server) {
        this.server = server;
    }

    static EmbeddedSecrets start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EmbeddedSecrets secrets = new EmbeddedSecrets(server);
            server.createContext("/", secrets::answer);
            server.start();
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            reads.incrementAndGet();
            call.getRequestBody().readAllBytes();
            Map<String, String> answer =
                    secret.map(text -> Map.of("Name", "conserje/dev1", "SecretString", text))
                            .orElse(Map.of("__type", "ResourceNotFoundException"));
            byte[] body = json.writeValueAsString(answer).getBytes(UTF_8);
            call.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
            call.sendResponseHeaders(secret.isPresent() ? 200 : 400, body.length);
            call.getResponseBody().write(body);
        }
    }

    /** Names and values, as JSON. */
    public void put(String text) {
        secret = Optional.of(text);
    }

    public int reads() {
        return reads.get();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
