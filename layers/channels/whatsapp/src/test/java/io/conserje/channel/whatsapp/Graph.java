package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.Contact;
import io.conserje.model.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Graph API on the loopback: it remembers what it was asked and answers as told. */
final class Graph implements AutoCloseable {
    static final String ACCEPTED =
            "{'messaging_product':'whatsapp','contacts':[{'input':'34600111222','wa_id':'34600111222'}],"
                    + "'messages':[{'id':'wamid.OUT'}]}";

    record Call(String method, String path, Map<String, List<String>> headers, JsonNode body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Answer answer = exchange -> respond(exchange, 200, ACCEPTED);

    Graph() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void answers(int status, String body) {
        answer = exchange -> respond(exchange, status, body);
    }

    void answers(int status, String body, String retryAfter) {
        answer =
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                    respond(exchange, status, body);
                };
    }

    void answers(Answer answer) {
        this.answer = answer;
    }

    Account account() {
        return accountAt("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static Account accountAt(String url) {
        return new Account(
                Desk.PROJECT, Desk.REF, Map.of("phone-number-id", Desk.NUMBER, "graph-url", url));
    }

    SendOutcome send(Contact to, Outgoing content) {
        return new WhatsAppChannel(Duration.ofSeconds(2))
                .send(Desk.to(to, content), account(), Desk.secrets("access-token", Desk.TOKEN));
    }

    private void handle(HttpExchange exchange) {
        try {
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            new ObjectMapper().readTree(exchange.getRequestBody())));
            answer.to(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = Desk.json(body).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
