package io.conserje.local.runtime;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of Lambda and CodeDeploy as the check of a release asks for: a version is the function
 * that runs here, and a verdict is taken.
 */
final class ReleaseServer implements AutoCloseable {
    private static final Pattern VERSION =
            Pattern.compile("/2015-03-31/functions/(\\w+)\\.Version/invocations");
    private static final byte[] NO_EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final Functions functions;
    private final WebServer server;

    private ReleaseServer(Functions functions) {
        this.functions = functions;
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .routing(routing -> routing.any(this::answer))
                        .build()
                        .start();
    }

    static ReleaseServer start(Functions functions) {
        return new ReleaseServer(functions);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void answer(ServerRequest request, ServerResponse response) {
        byte[] event =
                request.content().hasEntity() ? request.content().as(byte[].class) : NO_EVENT;
        Matcher version = VERSION.matcher(request.path().path());
        if (!version.matches()) {
            response.header("Content-Type", "application/x-amz-json-1.1").send("{}");
            return;
        }
        switch (functions.get(version.group(1)).invoke(event)) {
            case Outcome.Answered(byte[] answer) -> response.send(answer);
            case Outcome.Failed(Throwable cause) -> fail(response, String.valueOf(cause));
            case Outcome.TimedOut late -> fail(response, "timed out after " + late.after());
        }
    }

    private static void fail(ServerResponse response, String why) {
        response.header("X-Amz-Function-Error", "Unhandled").send(why);
    }

    @Override
    public void close() {
        server.stop();
    }
}
