package io.conserje.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.Coordination;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoCoordination;
import io.conserje.aws.Env;
import io.conserje.engine.send.Backoff;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(EmbeddedStages.class)
class ReportHealthTest {
    private final EmbeddedStage stage;

    ReportHealthTest(EmbeddedStage stage) {
        this.stage = stage;
    }

    @Test
    void whileEveryPartOfTheWayAnswersAllIsWell() {
        APIGatewayV2HTTPResponse answer = call();

        assertEquals(200, answer.getStatusCode());
        JsonNode report = report(answer);
        assertEquals("ok", report.get("status").textValue());
        assertEquals("dev1", report.get("stage").textValue());
        assertEquals("release-1", report.get("release").textValue());
        assertEquals(
                List.of(
                        "conversations",
                        "bookings",
                        "directory",
                        "coordination",
                        "inbound",
                        "outbound",
                        "deferred",
                        "receipts"),
                names(report));
    }

    @Test
    void whatWaitsIsCounted() {
        stage.send("INBOUND", "group", "one");
        stage.send("INBOUND", "group", "two");

        assertEquals(2, part(report(call()), "inbound").get("waiting").intValue());
    }

    @Test
    void aDeadLetterWantsAttention() {
        stage.with("INBOUND_DEAD_LETTERS_URL", stage.variable("INBOUND_QUEUE_URL").orElseThrow());
        stage.send("INBOUND", "group", "dead");

        APIGatewayV2HTTPResponse answer = call();

        assertEquals(200, answer.getStatusCode());
        assertEquals("attention", report(answer).get("status").textValue());
        assertEquals(1, part(report(answer), "inbound").get("dead").intValue());
    }

    @Test
    void aSessionThatIsNotOpenWantsAttention() {
        stage.with("SESSIONS_TABLE", stage.variable("COORDINATION_TABLE").orElseThrow());
        stage.with("SESSION_INBOUND_QUEUE_URL", "");
        put("open", "open", Instant.now());
        assertEquals("ok", report(call()).get("status").textValue());

        put("gone", "logged_out", Instant.now());
        put("silent", "open", Instant.now().minusSeconds(60));

        JsonNode report = report(call());
        assertEquals("attention", report.get("status").textValue());
        assertEquals(2, report.get("sessionsDown").intValue());
        assertFalse(report.toString().contains("gone"), "the route is public");
    }

    private void put(String session, String state, Instant seen) {
        stage.dynamo()
                .putItem(put ->
                        put.tableName(stage.variable("SESSIONS_TABLE").orElseThrow())
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS("S#" + session),
                                                "sk", AttributeValue.fromS("STATE"),
                                                "state", AttributeValue.fromS(state),
                                                "seenMillis",
                                                        AttributeValue.fromN(
                                                                Long.toString(
                                                                        seen.toEpochMilli())))));
    }

    @Test
    void aProviderThatIsDownWantsAttentionAndIsNotNamedInPublic() {
        Env env = stage::variable;
        try (AwsClients clients = new AwsClients(env)) {
            Coordination coordination = new DynamoCoordination(clients, env);
            for (int i = 0; i < Backoff.FAILURES; i++) {
                coordination.fails(Businesses.account(), "503", Messages.MORNING);
            }
        }

        JsonNode report = report(call());

        assertEquals("attention", report.get("status").textValue());
        assertEquals(1, report.get("providersDown").intValue());
        assertFalse(report.toString().contains("clinica"), "the route is public");
    }

    @Test
    void aPartThatDoesNotAnswerIsNamedAndTheWayIsDown() {
        stage.without("CONVERSATIONS_TABLE").without("OUTBOUND_QUEUE_URL");

        APIGatewayV2HTTPResponse answer = call();

        assertEquals(503, answer.getStatusCode());
        JsonNode report = report(answer);
        assertEquals("down", report.get("status").textValue());
        assertEquals(false, part(report, "conversations").get("answers").booleanValue());
        assertEquals(false, part(report, "outbound").get("answers").booleanValue());
        assertTrue(part(report, "inbound").get("answers").booleanValue());
    }

    private APIGatewayV2HTTPResponse call() {
        Env env = stage::variable;
        try (ReportHealth function =
                new ReportHealth(ApplicationContext.builder().singletons(env))) {
            return function.handleRequest(
                    Events.http("HealthFunction/report-health.json"), LambdaCall.withTime());
        }
    }

    private static JsonNode report(APIGatewayV2HTTPResponse answer) {
        try {
            return new JsonMapper().readTree(answer.getBody());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.getBody(), e);
        }
    }

    private static JsonNode part(JsonNode report, String name) {
        for (JsonNode part : report.get("parts")) {
            if (part.get("name").textValue().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part '" + name + "' in " + report);
    }

    private static List<String> names(JsonNode report) {
        List<String> names = new ArrayList<>();
        report.get("parts").forEach(part -> names.add(part.get("name").textValue()));
        return names;
    }
}
