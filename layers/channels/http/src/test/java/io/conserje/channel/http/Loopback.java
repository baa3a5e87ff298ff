package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider's API on the loopback: it remembers what it was asked and answers as told. */
final class Loopback implements AutoCloseable {
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    record Call(String method, Map<String, List<String>> headers, String body) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Answer answer = exchange -> respond(exchange, 200, "{}");

    Loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/it");
    }

    void answers(Answer answer) {
        this.answer = answer;
    }

    void answers(int status, String body) {
        answers(exchange -> respond(exchange, status, body));
    }

    /** Says nothing more until the test is over. */
    void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tcpmux: nobody listens there, and no other test can be given it as a free one. */
    static int closedPort() {
        return 1;
    }

    private void handle(HttpExchange exchange) {
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            body));
            answer.to(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
