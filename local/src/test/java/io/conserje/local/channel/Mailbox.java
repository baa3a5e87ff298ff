package io.conserje.local.channel;

import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.local.emulator.ProviderEmulator;
import io.helidon.http.Header;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Where a provider posts its webhooks to: keeps each one as it came, and takes them all. */
final class Mailbox implements Post {
    private final List<Webhook> asked = new CopyOnWriteArrayList<>();
    private final List<Webhook> posted = new CopyOnWriteArrayList<>();
    private final ProviderEmulator emulator;
    private final Function<Webhook, WebhookAnswer> handshake;
    private final WebServer server;

    /**
     * @param handshake answers the provider's question whether this is ours
     */
    Mailbox(ProviderEmulator emulator, Function<Webhook, WebhookAnswer> handshake) {
        this.emulator = emulator;
        this.handshake = handshake;
        server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .routing(r -> r.get("/webhook", this::ask).post("/webhook", this::post))
                        .build()
                        .start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/webhook");
    }

    @Override
    public List<Webhook> asked() {
        return List.copyOf(asked);
    }

    @Override
    public int size() {
        return posted.size();
    }

    @Override
    public List<Webhook> since(int before) {
        List<Webhook> all = List.copyOf(posted);
        return all.subList(before, all.size());
    }

    @Override
    public boolean quiet(Duration atMost) {
        return emulator.awaitQuiet(atMost);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Webhook question = webhook(request, new byte[0]);
        asked.add(question);
        WebhookAnswer answer = handshake.apply(question);
        response.status(Status.create(answer.status())).send(answer.body());
    }

    private void post(ServerRequest request, ServerResponse response) {
        posted.add(webhook(request, request.content().as(byte[].class)));
        response.status(Status.OK_200).send();
    }

    private static Webhook webhook(ServerRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.headers()) {
            headers.put(header.headerName().lowerCase(), String.join(",", header.allValues()));
        }
        Map<String, String> query = new HashMap<>();
        request.query().toMap().forEach((name, values) -> query.put(name, values.getFirst()));
        return new Webhook(headers, query, body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
