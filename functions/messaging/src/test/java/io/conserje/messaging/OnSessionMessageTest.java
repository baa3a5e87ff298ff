package io.conserje.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DeadLetters;
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
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a session says is trusted as little as what comes from outside. */
@ExtendWith(EmbeddedStages.class)
class OnSessionMessageTest {
    private static final String SECRET = "a-signing-secret-of-thirty-two-chars";
    private static final String TEXT =
            """
            {"v":1,"type":"message","session":"front","fence":7,"id":"3A01","t":1790000000,
             "chat":{"kind":"person","pn":"50760000001"},"fromMe":false,"pushName":"Ana",
             "message":{"conversation":"¿A qué hora abren?"}}\
            """;
    private static final String SENT =
            """
            {"v":1,"type":"sent","session":"front","fence":7,"id":"3EB0000000000000000001",
             "ref":"%s:7","t":1790000000}\
            """
                    .formatted("a".repeat(26));

    private final Wire wire = new Wire();
    private final EmbeddedStage stage;
    private int records;

    OnSessionMessageTest(EmbeddedStage stage) {
        this.stage = stage.withQueue("SESSION_INBOUND", ".fifo").withQueue("SESSION_EVENTS", "");
        stage.secrets().put("{\"whatsapp-session/front/signing-secret\":\"" + SECRET + "\"}");
        try (AwsClients clients = new AwsClients(stage::variable)) {
            new DynamoDirectory(
                            clients, stage::variable, wire, InstantSource.fixed(Messages.MORNING))
                    .put(
                            new Account(
                                    new ProjectId("demo"),
                                    new AccountRef("whatsapp-session", "front"),
                                    Map.of()));
        }
    }

    @Test
    void whatACustomerWroteIsInTheQueueWhenItIsDone() {
        SQSMessage text = said(TEXT, signature(TEXT));

        assertEquals(List.of(), failures(text));

        Arrival arrival = arrivals().getFirst();
        assertEquals(
                new Content.Text("¿A qué hora abren?"), arrival.messages().getFirst().content());
        assertEquals(
                Optional.of("50760000001"), arrival.contact().flatMap(contact -> contact.phone()));
        assertEquals(text.getMessageId(), arrival.correlation().value());
    }

    @Test
    void whatBecameOfAMessageOfOursIsAReceipt() {
        assertEquals(List.of(), failures(told(SENT, signature(SENT))));

        Notice notice = wire.read(stage.drain("RECEIPTS").getFirst().body(), Notice.class);
        assertEquals(Progress.SENT, notice.receipt().progress());
        assertEquals(List.of(), arrivals());
    }

    /** Where a person finds it, and out of the way of what comes after it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=00", "not hex at all"})
    void whatIsNotSignedIsKeptAside(String signature) {
        assertEquals(List.of(), failures(said(TEXT, signature)));

        assertEquals(List.of(), arrivals());
        assertEquals(TEXT, stage.drainDead("SESSION_INBOUND").getFirst().body());
    }

    @Test
    void whatWasSignedAsSomethingElseIsKeptAside() {
        String changed = TEXT.replace("abren", "cierran");

        assertEquals(List.of(), failures(said(changed, signature(TEXT))));

        assertEquals(List.of(), arrivals());
        assertEquals(changed, stage.drainDead("SESSION_INBOUND").getFirst().body());
    }

    @Test
    void whatIsKeptAsideIsParkedAndCanBeSentAgain() {
        failures(said(TEXT, "sha256=00"));
        try (AwsClients clients = new AwsClients(stage::variable)) {
            DeadLetters letters = new DeadLetters(clients, stage::variable);
            DeadLetters.Letter letter = letters.look().getFirst();
            assertEquals("session-inbound", letter.about().queue());
            assertTrue(letter.about().reason().contains("signature"), letter::toString);

            letters.resend(letter, Messages.MORNING);
        }

        Message again = stage.receive("SESSION_INBOUND").getFirst();
        assertEquals(TEXT, again.body());
        assertEquals(
                Optional.of("sha256=00"),
                Optional.ofNullable(again.messageAttributes().get("signature"))
                        .map(value -> value.stringValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"session\":\"nobodys\"}", "{\"session\":\"NO SUCH\"}", "{}", "hola"})
    void whatNamesNoSessionOfOursIsKeptAside(String body) {
        assertEquals(List.of(), failures(told(body, signature(body))));

        assertEquals(body, stage.drainDead("SESSION_EVENTS").getFirst().body());
    }

    @Test
    void oneThatCannotBeReadHoldsNobodyBack() {
        SQSMessage first = said("{\"session\":\"front\"}", "00");

        assertEquals(List.of(), failures(first, said(TEXT, signature(TEXT))));

        assertEquals(1, arrivals().size());
    }

    @Test
    void whileTheQueueBehindIsAwayItComesAgain() {
        stage.without("INBOUND_QUEUE_URL");
        SQSMessage text = said(TEXT, signature(TEXT));

        assertEquals(List.of(text.getMessageId()), failures(text));
        assertEquals(List.of(), stage.drainDead("SESSION_INBOUND"));
    }

    @Test
    void noLogHoldsWhatACustomerWroteNorASecret() {
        try (LogLines lines = LogLines.of("io.conserje")) {
            failures(said(TEXT, signature(TEXT)), said(TEXT, "00"));

            assertFalse(lines.json().isEmpty());
            assertFalse(lines.text().contains("hora abren"), lines.text());
            assertFalse(lines.text().contains(SECRET), lines.text());
        }
    }

    /** The ids of what is to come again. */
    private List<String> failures(SQSMessage... records) {
        SQSEvent event = new SQSEvent();
        event.setRecords(new ArrayList<>(List.of(records)));
        Env env = stage::variable;
        try (OnSessionMessage function =
                new OnSessionMessage(ApplicationContext.builder().singletons(env))) {
            return function
                    .handleRequest(event, LambdaCall.withTime())
                    .getBatchItemFailures()
                    .stream()
                    .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                    .toList();
        }
    }

    private SQSMessage said(String body, String signature) {
        SQSMessage record = told(body, signature);
        record.setAttributes(
                new HashMap<>(
                        Map.of(
                                "MessageGroupId",
                                "50760000001",
                                "MessageDeduplicationId",
                                "front:" + records,
                                "SequenceNumber",
                                Integer.toString(records),
                                "ApproximateReceiveCount",
                                "1")));
        return record;
    }

    private SQSMessage told(String body, String signature) {
        SQSMessage record = new SQSMessage();
        record.setMessageId("record-" + ++records);
        record.setReceiptHandle("receipt-" + records);
        record.setBody(body);
        record.setAttributes(new HashMap<>(Map.of("ApproximateReceiveCount", "1")));
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(signature);
        record.setMessageAttributes(
                signature.isEmpty() ? Map.of() : Map.of("signature", attribute));
        return record;
    }

    private List<Arrival> arrivals() {
        return stage.drain("INBOUND").stream()
                .map(message -> wire.read(message.body(), Arrival.class))
                .toList();
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
