package io.conserje.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.AcceptWebhook;
import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(EmbeddedStages.class)
class ReceiveWebhookTest {
    private static final String TEXT = "MessagingFunction/receive-whatsapp-text.json";
    private static final String TEXT_BASE64 = "MessagingFunction/receive-whatsapp-text-base64.json";
    private static final String STATUS = "MessagingFunction/receive-whatsapp-status.json";
    private static final String VERIFY = "MessagingFunction/verify-whatsapp.json";

    private final Wire wire = new Wire();
    private final EmbeddedStage stage;

    ReceiveWebhookTest(EmbeddedStage stage) {
        this.stage = stage;
        Env env = stage::variable;
        stage.secrets()
                .put(
                        "{\"whatsapp/demo/app-secret\":\""
                                + Events.APP_SECRET
                                + "\",\"whatsapp/demo/verify-token\":\""
                                + Events.VERIFY_TOKEN
                                + "\"}");
        try (AwsClients clients = new AwsClients(env)) {
            new DynamoDirectory(clients, env, wire, InstantSource.fixed(Messages.MORNING))
                    .put(
                            new Account(
                                    new ProjectId("demo"),
                                    new AccountRef("whatsapp", "demo"),
                                    Map.of("phone-number-id", "106540352242922")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, TEXT_BASE64})
    void whatACustomerWroteIsInTheQueueWhenItIsAcknowledged(String event) {
        APIGatewayV2HTTPResponse answer = call(Events.http(event));

        assertEquals(200, answer.getStatusCode());
        List<Arrival> arrivals = arrivals();
        assertEquals(1, arrivals.size());
        assertEquals(
                new Content.Text("¿A qué hora abren?"),
                arrivals.getFirst().messages().getFirst().content());
        assertEquals(
                Events.http(event).getRequestContext().getRequestId(),
                arrivals.getFirst().correlation().value());
    }

    @Test
    void aReceiptIsInItsOwnQueueWhenItIsAcknowledged() {
        assertEquals(200, call(Events.http(STATUS)).getStatusCode());

        Notice notice = wire.read(stage.drain("RECEIPTS").getFirst().body(), Notice.class);
        assertEquals(Progress.DELIVERED, notice.receipt().progress());
        assertEquals(List.of(), arrivals());
    }

    @Test
    void theProvidersQuestionWhetherTheAddressIsOursIsAnswered() {
        APIGatewayV2HTTPEvent event = Events.http(VERIFY);

        APIGatewayV2HTTPResponse answer = call(event);

        assertEquals(200, answer.getStatusCode());
        assertEquals(event.getQueryStringParameters().get("hub.challenge"), answer.getBody());
    }

    @Test
    void aStrangersQuestionIsRefused() {
        APIGatewayV2HTTPEvent event = Events.http(VERIFY);
        Map<String, String> query = new HashMap<>(event.getQueryStringParameters());
        query.put("hub.verify_token", "a guess");
        event.setQueryStringParameters(query);

        assertEquals(403, call(event).getStatusCode());
    }

    @Test
    void whatWasChangedOnItsWayIsRefusedAndNotQueued() {
        APIGatewayV2HTTPEvent event = Events.http(TEXT);
        event.setBody(event.getBody() + " ");

        assertEquals(401, call(event).getStatusCode());

        assertEquals(List.of(), arrivals());
    }

    @Test
    void whatIsNotTheProvidersSyntaxIsRefused() {
        assertEquals(400, call(signed("hola")).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodys", "NO SUCH NAME", ""})
    void anAccountThatIsNotThereIsNotFound(String account) {
        APIGatewayV2HTTPEvent text = Events.http(TEXT);
        APIGatewayV2HTTPEvent verify = Events.http(VERIFY);
        text.setPathParameters(Map.of("account", account));
        verify.setPathParameters(Map.of("account", account));

        assertEquals(404, call(text).getStatusCode());
        assertEquals(404, call(verify).getStatusCode());
    }

    @Test
    void aBodyBeyondTheProvidersLimitIsTooLarge() {
        String large = "x".repeat(AcceptWebhook.MAX_BODY_BYTES + 1);

        assertEquals(413, call(signed(large)).getStatusCode());
    }

    @Test
    void whileTheQueueIsAwayTheProviderIsAskedToSendItAgain() {
        stage.without("INBOUND_QUEUE_URL");

        assertEquals(503, call(Events.http(TEXT)).getStatusCode());
    }

    @Test
    void noLogHoldsWhatACustomerWroteNorASecret() {
        try (LogLines lines = LogLines.of("io.conserje")) {
            call(Events.http(TEXT));
            call(signed("hola"));

            assertFalse(lines.json().isEmpty());
            assertFalse(lines.text().contains("hora abren"), lines.text());
            assertFalse(lines.text().contains(Events.APP_SECRET), lines.text());
        }
    }

    private APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
        Env env = stage::variable;
        try (ReceiveWebhook function =
                new ReceiveWebhook(ApplicationContext.builder().singletons(env))) {
            return function.handleRequest(event, LambdaCall.withTime());
        }
    }

    private List<Arrival> arrivals() {
        return stage.drain("INBOUND").stream()
                .map(Message::body)
                .map(body -> wire.read(body, Arrival.class))
                .toList();
    }

    private static APIGatewayV2HTTPEvent signed(String body) {
        APIGatewayV2HTTPEvent event = Events.http(TEXT);
        event.setBody(body);
        event.setHeaders(Map.of("x-hub-signature-256", "sha256=" + signature(body)));
        return event;
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Events.APP_SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
