package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.channel.Files;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Graph API on the loopback: it remembers what it was asked and answers as told. */
final class Graph implements AutoCloseable {
    static final String BUSINESS = "102290129340398";
    static final String ACCEPTED =
            "{'messaging_product':'whatsapp','contacts':[{'input':'34600111222','wa_id':'34600111222'}],"
                    + "'messages':[{'id':'wamid.OUT'}]}";

    record Call(String method, String path, Map<String, List<String>> headers, String text) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        JsonNode body() {
            return read(text);
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Map<String, Answer> answersByPath = new ConcurrentHashMap<>();
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

    /** Where a path and its query end like this, it answers otherwise than elsewhere. */
    void answersAt(String end, int status, String body) {
        answersAt(end, exchange -> respond(exchange, status, body));
    }

    void answersAt(String end, Answer answer) {
        answersByPath.put(end, answer);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Account account() {
        return accountAt(url());
    }

    static Account accountAt(String url) {
        return new Account(
                Desk.PROJECT,
                Desk.REF,
                Map.of(
                        "phone-number-id", Desk.NUMBER,
                        "business-account-id", BUSINESS,
                        "graph-url", url));
    }

    SendOutcome send(Contact to, Outgoing content) {
        return send(to, content, Desk.NO_FILES);
    }

    SendOutcome send(Contact to, Outgoing content, Files files) {
        return new WhatsAppChannel(Duration.ofSeconds(2), Duration.ofSeconds(2))
                .send(
                        Desk.to(to, content),
                        files,
                        account(),
                        Desk.secrets("access-token", Desk.TOKEN));
    }

    static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) {
        try {
            String path = exchange.getRequestURI().toString();
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            path,
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            answersByPath.entrySet().stream()
                    .filter(each -> path.endsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(answer)
                    .to(exchange);
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
