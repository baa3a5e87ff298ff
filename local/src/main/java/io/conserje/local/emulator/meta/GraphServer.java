package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.meta.GraphAnswer.Bytes;
import io.conserje.local.emulator.meta.GraphAnswer.Failed;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import io.conserje.local.emulator.meta.GraphAnswer.Late;
import io.conserje.local.emulator.meta.GraphAnswer.Page;
import io.conserje.local.emulator.meta.GraphAnswer.Stalled;
import io.conserje.local.emulator.meta.GraphAnswer.Then;
import io.conserje.local.emulator.post.Postman;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The Graph API's addresses; nothing behind them is done without the account's token. */
final class GraphServer implements HttpService {
    private static final byte[] NOTHING = new byte[0];

    /** What Meta's edge says when nobody behind it answers. */
    private static final Page DOWN =
            new Page(
                    503,
                    "<!DOCTYPE html><html><head><title>Error</title></head><body>"
                            + "<h1>Sorry, something went wrong.</h1>"
                            + "<p>We're working on it and we'll get it fixed as soon as we can.</p>"
                            + "</body></html>");

    private final byte[] bearer;
    private final GraphApi graph;
    private final MediaApi media;
    private final TemplateApi templates;
    private final CallFaults faults;
    private final HeldCalls held;
    private final Postman postman;
    private final AtomicLong mediaCalls = new AtomicLong();
    private final AtomicLong templateCalls = new AtomicLong();
    private final RandomGenerator random;
    private volatile boolean outage;

    GraphServer(
            MetaAccount account,
            GraphApi graph,
            MediaApi media,
            TemplateApi templates,
            CallFaults faults,
            HeldCalls held,
            Postman postman,
            RandomGenerator random) {
        this.bearer = ("Bearer " + account.accessToken()).getBytes(StandardCharsets.UTF_8);
        this.graph = graph;
        this.media = media;
        this.templates = templates;
        this.faults = faults;
        this.held = held;
        this.postman = postman;
        this.random = random;
    }

    void outage(boolean lasts) {
        outage = lasts;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                        "/_media/{id}",
                        media(r ->
                                media.download(path(r, "id"), query(r, "ext"), query(r, "hash"))))
                .post(
                        "/{version}/{phone}/messages",
                        checked(r -> graph.messages(path(r, "phone"), body(r))))
                .post(
                        "/{version}/{phone}/media",
                        media(r -> media.upload(path(r, "phone"), contentType(r), body(r))));
        templateRouting(rules);
        rules.get("/{version}/{media}", media(r -> media.describe(path(r, "media"))))
                .delete("/{version}/{media}", media(r -> media.delete(path(r, "media"))))
                .any(checked(r -> GraphAnswer.error(GraphError.UNKNOWN_PATH)));
    }

    private void templateRouting(HttpRules rules) {
        String all = "/{version}/{account}/message_templates";
        rules.post(all, template(r -> templates.create(path(r, "account"), body(r))))
                .get(
                        all,
                        template(r ->
                                templates.list(
                                        path(r, "account"),
                                        name -> query(r, name),
                                        path(r, "version"))))
                .delete(
                        all,
                        template(
                                r -> templates.delete(path(r, "account"), name -> query(r, name))));
    }

    private Handler media(Function<ServerRequest, GraphAnswer> call) {
        return faulty("media/", mediaCalls, call);
    }

    private Handler template(Function<ServerRequest, GraphAnswer> call) {
        return faulty("templates/", templateCalls, call);
    }

    private Handler faulty(
            String kind, AtomicLong calls, Function<ServerRequest, GraphAnswer> call) {
        return checked(
                request -> faults.meet(kind + calls.incrementAndGet(), () -> call.apply(request)));
    }

    private Handler checked(Function<ServerRequest, GraphAnswer> call) {
        return (request, response) -> {
            if (outage) {
                send(DOWN, response);
            } else if (isAuthorized(request)) {
                send(call.apply(request), response);
            } else {
                send(GraphAnswer.error(GraphError.NO_TOKEN), response);
            }
        };
    }

    private boolean isAuthorized(ServerRequest request) {
        String token = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), bearer);
    }

    private void send(GraphAnswer answer, ServerResponse response) throws InterruptedException {
        switch (answer) {
            case Json json -> send(json.status(), json.body(), response);
            case Failed failed ->
                    send(
                            failed.error().httpStatus(),
                            failed.error().body(MetaAccount.trace(random)),
                            response);
            case Bytes bytes ->
                    response.header(HeaderNames.CONTENT_TYPE, bytes.contentType())
                            .send(bytes.bytes());
            case Page page ->
                    response.status(Status.create(page.status()))
                            .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                            .send(page.html().getBytes(StandardCharsets.UTF_8));
            case Late late -> {
                postman.pause(late.delay());
                send(late.answer(), response);
            }
            case Then then -> {
                try {
                    send(then.answer(), response);
                } finally {
                    then.afterwards().run();
                }
            }
            case Stalled stalled -> {
                stalled.afterwards().run();
                held.hold();
            }
        }
    }

    private static void send(int status, ObjectNode body, ServerResponse response) {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8")
                .send(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String path(ServerRequest request, String name) {
        return request.path().pathParameters().get(name);
    }

    private static String query(ServerRequest request, String name) {
        return request.query().first(name).orElse("");
    }

    private static String contentType(ServerRequest request) {
        return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    }

    private static byte[] body(ServerRequest request) {
        return request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
    }
}
