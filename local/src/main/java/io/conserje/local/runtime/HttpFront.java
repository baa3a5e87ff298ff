package io.conserje.local.runtime;

import io.conserje.local.template.Route;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The HTTP API: each request becomes an event, each function's answer a response. */
final class HttpFront implements AutoCloseable {
    /** API Gateway's limit for a payload. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final RouteTable routes;
    private final Functions functions;
    private final RequestEvents events;
    private final WebServer server;

    HttpFront(int port, List<Route> routes, Functions functions, RequestEvents events) {
        this.routes = new RouteTable(routes);
        this.functions = functions;
        this.events = events;
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(port)
                        .backlog(4096)
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .routing(routing -> routing.any(this::handle))
                        .build()
                        .start();
        // Helidon only logs that a port is taken.
        if (!server.isRunning()) {
            throw new IllegalStateException("Port " + port + " is taken");
        }
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        send(answer(request), request, response);
    }

    private HttpAnswer answer(ServerRequest request) throws IOException {
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return HttpAnswer.TOO_LARGE;
        }
        String method = request.prologue().method().text();
        Optional<RouteTable.Match> match =
                routes.find(method, request.prologue().uriPath().rawPath());
        return match.map(found -> HttpAnswer.of(invoke(request, found, body.get())))
                .orElse(HttpAnswer.NOT_FOUND);
    }

    private Outcome invoke(ServerRequest request, RouteTable.Match match, byte[] body) {
        return functions.get(match.route().functionId()).invoke(events.event(request, match, body));
    }

    /**
     * Read to its end even when it is too large: a caller that still writes would not see the
     * answer.
     */
    private static Optional<byte[]> body(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            in.transferTo(OutputStream.nullOutputStream());
            return body.length > LARGEST_BODY ? Optional.empty() : Optional.of(body);
        }
    }

    private static void send(HttpAnswer answer, ServerRequest request, ServerResponse response) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        if (!answer.cookies().isEmpty()) {
            response.header(HeaderNames.SET_COOKIE, answer.cookies().toArray(String[]::new));
        }
        boolean bodiless =
                request.prologue().method().text().equals("HEAD")
                        || answer.status() == 204
                        || answer.status() == 304;
        if (bodiless) {
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
