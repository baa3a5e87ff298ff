package io.conserje.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.aws.priming.LoopbackServer.Answer;
import io.conserje.aws.priming.LoopbackServer.Answering;
import io.conserje.aws.priming.LoopbackServer.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;

/**
 * Answers for DynamoDB, SQS, Secrets Manager and the providers as they answer when all is well,
 * always the same, and keeps nothing. What is in its tables stands in {@code stand-in.json}.
 */
public final class StandIn implements Answering {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROVIDER = "http://provider";
    private static final String NOW = "the moment";

    private final Checksums checksums = new Checksums();
    private volatile JsonNode known = MissingNode.getInstance();

    /** One that listens; in the virtual threads that a batch's groups are worked on in, too. */
    static LoopbackServer start(Instant now) throws IOException {
        StandIn standIn = new StandIn();
        LoopbackServer server = LoopbackServer.start(standIn, Thread.ofVirtual().factory());
        standIn.at(server.address(), now);
        return server;
    }

    /**
     * @param address where it is reached: the providers of its accounts are there as well
     * @param now when the customer of its one conversation has just written
     */
    public void at(URI address, Instant now) throws IOException {
        known = read(address, now);
    }

    private static JsonNode read(URI address, Instant now) throws IOException {
        try (InputStream in = StandIn.class.getResourceAsStream("stand-in.json")) {
            String text = new String(in.readAllBytes(), UTF_8);
            return JSON.readTree(
                    text.replace(PROVIDER, address.toString()).replace(NOW, now.toString()));
        }
    }

    @Override
    public Answer answer(Request request) throws IOException {
        String operation = request.headers().getOrDefault("x-amz-target", "");
        if (operation.isEmpty()) {
            return ok(known.path("provider"));
        }
        JsonNode asked = JSON.readTree(request.body());
        return switch (operation.substring(operation.indexOf('.') + 1)) {
            case "GetItem" -> ok(item(asked.path("Key")));
            case "BatchGetItem" -> ok(object().set("Responses", object()));
            case "Query", "Scan" -> ok(object().set("Items", JSON.createArrayNode()));
            case "UpdateItem" -> updated(asked.path("ConditionExpression").asText());
            case "GetSecretValue" ->
                    ok(object().put("SecretString", known.path("secrets").toString()));
            case "SendMessageBatch" -> ok(sent(asked.path("Entries")));
            case "GetQueueAttributes" -> ok(known.path("queue"));
            default -> ok(object());
        };
    }

    private JsonNode item(JsonNode key) {
        String name = key.path("pk").path("S").asText() + "|" + key.path("sk").path("S").asText();
        JsonNode document = known.path("documents").path(name);
        JsonNode item =
                document.isMissingNode()
                        ? known.path("items").path(name)
                        : object().set("data", object().put("S", document.toString()));
        return item.isMissingNode() ? object() : object().set("Item", item);
    }

    /** Some conditions do not hold, so that this is rehearsed too. */
    private Answer updated(String condition) throws IOException {
        for (JsonNode refused : known.path("refused")) {
            if (condition.contains(refused.asText())) {
                return new Answer(
                        400,
                        JSON.writeValueAsBytes(
                                object().put(
                                                "__type",
                                                "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException")
                                        .put("message", "The conditional request failed")));
            }
        }
        return ok(object().set("Attributes", known.path("updated")));
    }

    private JsonNode sent(JsonNode entries) {
        ArrayNode successful = JSON.createArrayNode();
        for (JsonNode entry : entries) {
            ObjectNode one =
                    object().put("Id", entry.path("Id").asText())
                            .put("MessageId", "059f36b4-87a3-44ab-83d2-661975830a7d")
                            .put(
                                    "MD5OfMessageBody",
                                    checksums.ofBody(entry.path("MessageBody").asText()));
            if (entry.has("MessageAttributes")) {
                one.put(
                        "MD5OfMessageAttributes",
                        checksums.ofAttributes(entry.path("MessageAttributes")));
            }
            successful.add(one);
        }
        return object().set("Successful", successful);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Answer ok(JsonNode body) throws IOException {
        return new Answer(200, JSON.writeValueAsBytes(body));
    }
}
