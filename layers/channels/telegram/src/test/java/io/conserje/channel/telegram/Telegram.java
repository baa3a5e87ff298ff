package io.conserje.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Bot API on the loopback: it remembers what it was asked and answers as told. */
final class Telegram implements AutoCloseable {
    static final byte[] FILE = "the bytes of a file".getBytes(UTF_8);
    static final String SENT =
            "{'ok':true,'result':{'message_id':501,'chat':{'id':6962620676,'type':'private'}}}";

    record Call(String method, String path, Map<String, List<String>> headers, byte[] bytes) {
        String type() {
            return headers.getOrDefault("Content-type", List.of("")).getFirst();
        }

        JsonNode body() throws IOException {
            return new ObjectMapper().readTree(bytes);
        }

        /** A part of the form, with its own headers. */
        String part(String name) {
            String boundary = type().substring(type().indexOf("boundary=") + 9);
            return Arrays.stream(new String(bytes, UTF_8).split("--" + boundary))
                    .filter(part -> part.contains("name=\"" + name + "\""))
                    .findFirst()
                    .orElse("");
        }

        String field(String name) {
            String part = part(name);
            return part.isEmpty() ? "" : part.substring(part.indexOf("\r\n\r\n") + 4).strip();
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final ConcurrentLinkedDeque<Answer> next = new ConcurrentLinkedDeque<>();
    private volatile Answer answer = exchange -> respond(exchange, 200, SENT);

    Telegram() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void answers(int status, String body) {
        answer = exchange -> respond(exchange, status, body);
    }

    void answers(Answer answer) {
        this.answer = answer;
    }

    /** For one call, before those that {@link #answers} names. */
    void answersOnce(int status, String body) {
        next.add(exchange -> respond(exchange, status, body));
    }

    void answersOnce(Answer answer) {
        next.add(answer);
    }

    static String refusal(int code, String description, String more) {
        return "{'ok':false,'error_code':%d,'description':'%s'%s}"
                .formatted(code, description, more);
    }

    Account account() {
        return accountAt("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static Account accountAt(String url) {
        Map<String, String> settings = new HashMap<>(Desk.BOT);
        settings.put("api-url", url);
        return new Account(Desk.PROJECT, Desk.REF, settings);
    }

    SendOutcome send(Contact to, Outgoing content) {
        return send(to, content, Optional.empty());
    }

    SendOutcome send(Contact to, Outgoing content, Optional<MessageId> answers) {
        return send(to, content, answers, file -> new ByteArrayInputStream(FILE));
    }

    SendOutcome send(Contact to, Outgoing content, Optional<MessageId> answers, Files files) {
        return channel()
                .send(
                        Desk.to(to, content, answers),
                        files,
                        account(),
                        Desk.secrets("bot-token", Desk.TOKEN));
    }

    FetchOutcome fetch(Content.Media media) {
        return channel().fetch(media, account(), Desk.secrets("bot-token", Desk.TOKEN));
    }

    private static TelegramChannel channel() {
        return new TelegramChannel(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    private void handle(HttpExchange exchange) {
        try {
            String path = exchange.getRequestURI().toString();
            calls.add(
                    new Call(
                            path.substring(path.lastIndexOf('/') + 1),
                            path,
                            Map.copyOf(exchange.getRequestHeaders()),
                            exchange.getRequestBody().readAllBytes()));
            Answer once = next.poll();
            (once == null ? answer : once).to(exchange);
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
