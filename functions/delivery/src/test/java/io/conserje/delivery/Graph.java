package io.conserje.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Meta's Graph API on the loopback: it remembers what it was asked and answers as told. */
final class Graph implements AutoCloseable {
    private static final String ACCEPTED =
            "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.OUT\"}]}";

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = ACCEPTED;

    private Graph(HttpServer server) {
        this.server = server;
    }

    static Graph start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Graph graph = new Graph(server);
            server.createContext("/", graph::answer);
            server.start();
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            calls.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answer.getBytes(UTF_8);
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
        }
    }

    void answers(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    /** The texts of the messages that it was asked to send. */
    List<String> asked() {
        return calls.stream().filter(call -> call.contains("\"to\"")).toList();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
