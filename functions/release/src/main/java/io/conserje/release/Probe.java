package io.conserje.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call that has no effect, and what is to come of it.
 *
 * @param variable names the version in the environment; an empty one is not deployed on this stage
 * @param wrong what of an answer is not as it is to be; empty when all is
 */
record Probe(String variable, JsonNode event, Function<JsonNode, Optional<String>> wrong) {
    /** Looked for in the directory, and not there. */
    private static final String NOBODY = "conserje-release-check";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** In the order of the way; the clock's function has no event without an effect. */
    static List<Probe> all(String release) {
        return List.of(
                new Probe(
                        "HEALTH_VERSION",
                        get("/health", Map.of()),
                        answer -> healthy(answer, release)),
                new Probe(
                        "MESSAGING_VERSION",
                        get("/messaging/whatsapp/{account}", Map.of("account", NOBODY)),
                        answer -> status(answer, 404)),
                new Probe(
                        "OPERATOR_VERSION",
                        get("/operator/whatsapp-session/{account}", Map.of("account", NOBODY)),
                        answer -> status(answer, 401)),
                emptyBatch("CONVERSATION_VERSION"),
                emptyBatch("DELIVERY_VERSION"),
                emptyBatch("DEFERRED_VERSION"),
                emptyBatch("RECEIPTS_VERSION"),
                emptyBatch("SESSION_VERSION"));
    }

    private static Probe emptyBatch(String variable) {
        ObjectNode event = JSON.objectNode();
        event.putArray("Records");
        return new Probe(variable, event, Probe::noFailures);
    }

    /** A request as the HTTP API's payload format 2.0 has it. */
    private static ObjectNode get(String path, Map<String, String> parameters) {
        String route = "GET " + path;
        ObjectNode event =
                JSON.objectNode()
                        .put("version", "2.0")
                        .put("routeKey", route)
                        .put("rawPath", path)
                        .put("rawQueryString", "")
                        .put("isBase64Encoded", false);
        event.putObject("headers").put("user-agent", "conserje-release");
        ObjectNode named = event.putObject("pathParameters");
        parameters.forEach(named::put);
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "release-check").put("routeKey", route).put("stage", "$default");
        context.putObject("http").put("method", "GET").put("path", path);
        return event;
    }

    private static Optional<String> status(JsonNode answer, int expected) {
        int actual = answer.path("statusCode").asInt();
        return actual == expected
                ? Optional.empty()
                : Optional.of("answers " + actual + ", expected " + expected);
    }

    /** 200 also while something waits for a person: that is not this release's fault. */
    private static Optional<String> healthy(JsonNode answer, String release) {
        String said = answer.path("body").asText();
        return status(answer, 200)
                .map(wrong -> wrong + ": " + said)
                .or(() ->
                        said.contains("\"release\":\"" + release + "\"")
                                ? Optional.empty()
                                : Optional.of("is not release " + release + ": " + said));
    }

    private static Optional<String> noFailures(JsonNode answer) {
        JsonNode failures = answer.path("batchItemFailures");
        return failures.isArray() && failures.isEmpty()
                ? Optional.empty()
                : Optional.of("answers " + answer + " to an empty batch");
    }
}
