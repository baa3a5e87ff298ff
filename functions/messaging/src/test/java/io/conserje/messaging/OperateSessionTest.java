package io.conserje.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever has a session's QR has its conversations: it is shown to nobody else. */
@ExtendWith(EmbeddedStages.class)
class OperateSessionTest {
    private static final String SHOW = "OperatorFunction/show-session.json";
    private static final String WISH = "OperatorFunction/wish-of-session.json";
    private static final String TOKEN = "an-operator-token-for-the-events-in-this-folder";
    private static final String QR = "2@the-text-of-a-qr";

    private final EmbeddedStage stage;

    OperateSessionTest(EmbeddedStage stage) {
        this.stage =
                stage.with("SESSIONS_TABLE", stage.variable("COORDINATION_TABLE").orElseThrow());
        secret(TOKEN);
        put(Instant.now().plusSeconds(20));
    }

    private void secret(String token) {
        stage.secrets().put("{\"whatsapp-session/demo/operator-token\":\"" + token + "\"}");
    }

    private void put(Instant expires) {
        item(
                "STATE",
                Map.of(
                        "state", AttributeValue.fromS("pairing"),
                        "seenMillis", millis(Instant.now()),
                        "qr", AttributeValue.fromS(QR),
                        "qrExpiresMillis", millis(expires)));
    }

    private static AttributeValue millis(Instant at) {
        return AttributeValue.fromN(Long.toString(at.toEpochMilli()));
    }

    private void item(String sort, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> item = new HashMap<>(values);
        item.putAll(key(sort));
        stage.dynamo().putItem(put -> put.tableName(table()).item(item));
    }

    private String table() {
        return stage.variable("SESSIONS_TABLE").orElseThrow();
    }

    private static Map<String, AttributeValue> key(String sort) {
        return Map.of("pk", AttributeValue.fromS("S#demo"), "sk", AttributeValue.fromS(sort));
    }

    private Map<String, AttributeValue> wished() {
        return stage.dynamo().getItem(get -> get.tableName(table()).key(key("WISH"))).item();
    }

    private Optional<String> wished(String name) {
        return Optional.ofNullable(wished().get(name)).map(AttributeValue::s);
    }

    @Test
    void whoShowsTheTokenSeesTheQr() throws JsonProcessingException {
        APIGatewayV2HTTPResponse answer = call(Events.http(SHOW));

        assertEquals(200, answer.getStatusCode());
        assertEquals("no-store", answer.getHeaders().get("cache-control"));
        JsonNode report = JsonMapper.builder().build().readTree(answer.getBody());
        assertEquals("pairing", report.path("state").asText());
        assertEquals(QR, report.path("qr").path("text").asText());
        assertFalse(report.path("well").asBoolean());
    }

    @Test
    void aQrThatHasExpiredIsNotShown() {
        put(Instant.now().minusSeconds(1));

        assertFalse(call(Events.http(SHOW)).getBody().contains(QR));
    }

    @Test
    void whatAnOperatorWishesIsKeptForTheSession() {
        APIGatewayV2HTTPEvent event = Events.http(WISH);

        APIGatewayV2HTTPResponse answer = call(event);

        assertEquals(202, answer.getStatusCode());
        assertEquals(Optional.of("pair-qr"), wished("wish"));
        assertEquals(Optional.of(event.getRequestContext().getRequestId()), wished("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer zarzamora",
                "Basic an-operator-token-for-the-events-in-this-folder",
                "Bearer an-operator-token-for-the-events-in-this-folde",
                "Bearer an-operator-token-for-the-events-in-this-folderr"
            })
    void whoDoesNotIsToldNothingAndChangesNothing(String authorization) {
        APIGatewayV2HTTPEvent show = Events.http(SHOW);
        APIGatewayV2HTTPEvent wish = Events.http(WISH);
        for (APIGatewayV2HTTPEvent event : new APIGatewayV2HTTPEvent[] {show, wish}) {
            event.setHeaders(
                    authorization.isEmpty() ? Map.of() : Map.of("authorization", authorization));
            APIGatewayV2HTTPResponse answer = call(event);
            assertEquals(401, answer.getStatusCode());
            assertFalse(answer.getBody().contains(QR));
        }
        assertEquals(Map.of(), wished());
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "NO SUCH NAME", ""})
    void theTokenOpensNoOtherAccount(String account) {
        APIGatewayV2HTTPEvent event = Events.http(SHOW);
        event.setPathParameters(Map.of("account", account));

        assertEquals(401, call(event).getStatusCode());
    }

    @Test
    void aTokenThatCouldBeGuessedOpensNothing() {
        secret("a-short-token");
        APIGatewayV2HTTPEvent event = Events.http(SHOW);
        event.setHeaders(Map.of("authorization", "Bearer a-short-token"));

        assertEquals(401, call(event).getStatusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hola|not JSON",
                "{}|wish: give one of pair-qr, pair-code, logout, forget",
                "{\"wish\":\"dance\"}|wish: give one of",
                "{\"wish\":\"pair-code\"}|phone: pairing by code needs the number",
                "{\"wish\":\"pair-code\",\"phone\":\"+507 6000\"}|phone: pairing by code"
            })
    void aWishThatMakesNoSenseIsRefusedAndSaysWhy(String body, String why) {
        APIGatewayV2HTTPEvent event = Events.http(WISH);
        event.setBody(body);

        APIGatewayV2HTTPResponse answer = call(event);

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains(why), answer::getBody);
        assertEquals(Map.of(), wished());
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        APIGatewayV2HTTPEvent event = Events.http(WISH);
        event.setBody("{\"wish\":\"pair-qr\",\"x\":\"" + "x".repeat(2000) + "\"}");

        assertEquals(413, call(event).getStatusCode());
    }

    @Test
    void aSessionThatNeverRanIsNotFound() {
        stage.dynamo().deleteItem(delete -> delete.tableName(table()).key(key("STATE")));

        assertEquals(404, call(Events.http(SHOW)).getStatusCode());
    }

    @Test
    void aStageWithoutSessionsHasNone() {
        stage.with("SESSIONS_TABLE", "");

        assertEquals(404, call(Events.http(SHOW)).getStatusCode());
        assertEquals(404, call(Events.http(WISH)).getStatusCode());
    }

    @Test
    void whileTheTableIsAwayTheOperatorTriesAgain() {
        stage.with("SESSIONS_TABLE", "not-there");

        assertEquals(503, call(Events.http(SHOW)).getStatusCode());
        assertEquals(503, call(Events.http(WISH)).getStatusCode());
    }

    @Test
    void noLogHoldsTheQrNorTheToken() {
        try (LogLines lines = LogLines.of("io.conserje")) {
            call(Events.http(SHOW));
            call(Events.http(WISH));

            assertFalse(lines.json().isEmpty());
            assertFalse(lines.text().contains(QR), lines.text());
            assertFalse(lines.text().contains(TOKEN), lines.text());
        }
    }

    private APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
        Env env = stage::variable;
        try (OperateSession function =
                new OperateSession(ApplicationContext.builder().singletons(env))) {
            return function.handleRequest(event, LambdaCall.withTime());
        }
    }
}
