package io.conserje.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * As much of Secrets Manager as a function asks for at run time, so that it uses the real client.
 */
final class SecretsServer implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Function<String, Optional<String>> secrets;
    private final WebServer server;

    private SecretsServer(Function<String, Optional<String>> secrets) {
        this.secrets = secrets;
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

    static SecretsServer start(Function<String, Optional<String>> secrets) {
        return new SecretsServer(secrets);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void answer(ServerRequest request, ServerResponse response) throws IOException {
        String target = request.headers().first(HeaderNames.create("X-Amz-Target")).orElse("");
        if (!target.equals("secretsmanager.GetSecretValue")) {
            refuse(response, "InvalidRequestException", "Only GetSecretValue is known here");
            return;
        }
        JsonNode question = JSON.readTree(request.content().as(byte[].class));
        String id = question.path("SecretId").asText();
        Optional<String> value = secrets.apply(id);
        if (value.isPresent()) {
            send(response, 200, found(id, value.get()));
        } else {
            refuse(
                    response,
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret.");
        }
    }

    private static ObjectNode found(String id, String value) {
        return JSON.createObjectNode()
                .put("Name", id)
                .put("ARN", Arn.secret(id))
                .put("VersionId", "00000000-0000-0000-0000-000000000000")
                .put("SecretString", value);
    }

    private static void refuse(ServerResponse response, String type, String message)
            throws IOException {
        send(response, 400, JSON.createObjectNode().put("__type", type).put("message", message));
    }

    private static void send(ServerResponse response, int status, ObjectNode body)
            throws IOException {
        response.status(status).header("Content-Type", "application/x-amz-json-1.1");
        response.send(JSON.writeValueAsBytes(body));
    }

    @Override
    public void close() {
        server.stop();
    }
}
