package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.meta.GraphAnswer.Bytes;
import io.conserje.local.emulator.meta.GraphAnswer.Failed;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import io.conserje.local.emulator.meta.GraphAnswer.Late;
import io.conserje.local.emulator.post.Postman;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The Graph API's addresses; nothing behind them is done without the account's token. */
final class GraphServer implements HttpService {
    private static final byte[] NOTHING = new byte[0];

    private final String bearer;
    private final GraphApi graph;
    private final MediaApi media;
    private final Postman postman;
    private final Supplier<FaultDial> dial;
    private final AtomicLong mediaCalls = new AtomicLong();
    private final RandomGenerator random;

    GraphServer(
            MetaAccount account,
            GraphApi graph,
            MediaApi media,
            Postman postman,
            Supplier<FaultDial> dial,
            RandomGenerator random) {
        this.bearer = "Bearer " + account.accessToken();
        this.graph = graph;
        this.media = media;
        this.postman = postman;
        this.dial = dial;
        this.random = random;
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
                        media(r -> media.upload(path(r, "phone"), contentType(r), body(r))))
                .get("/{version}/{media}", media(r -> media.describe(path(r, "media"))))
                .delete("/{version}/{media}", media(r -> media.delete(path(r, "media"))))
                .any(checked(r -> GraphAnswer.error(GraphError.UNKNOWN_PATH)));
    }

    private Handler media(Function<ServerRequest, GraphAnswer> call) {
        return checked(request -> {
            Faults faults = dial.get().faults("media/" + mediaCalls.incrementAndGet());
            return faults.error()
                    ? GraphAnswer.error(GraphError.passing(faults.dice()))
                    : call.apply(request).late(faults.delay());
        });
    }

    private Handler checked(Function<ServerRequest, GraphAnswer> call) {
        return (request, response) -> {
            String token = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
            GraphAnswer answer =
                    token.equals(bearer)
                            ? call.apply(request)
                            : GraphAnswer.error(GraphError.NO_TOKEN);
            send(answer, response);
        };
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
            case Late late -> {
                postman.pause(late.delay());
                send(late.answer(), response);
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
