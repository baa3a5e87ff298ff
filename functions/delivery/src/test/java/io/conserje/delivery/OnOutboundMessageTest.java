package io.conserje.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoConversations;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryConversations;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.testkit.aws.QueueEvents;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class OnOutboundMessageTest {
    private static final AccountRef ACCOUNT = new AccountRef("whatsapp", "clinica");
    private static final Talk ANA =
            new Talk(Businesses.CLINIC, ACCOUNT, Arrivals.ANA, Instant.now());
    private static final Talk ANA_LAST_WEEK =
            new Talk(Businesses.CLINIC, ACCOUNT, Arrivals.ANA, Messages.MORNING);

    private final Wire wire = new Wire();
    private final Graph graph = Graph.start();
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final Conversations conversations;
    private final OnOutboundMessage function;

    OnOutboundMessageTest(EmbeddedStage stage) {
        this.stage = stage;
        Env env = stage::variable;
        this.clients = new AwsClients(env);
        this.conversations = new DynamoConversations(clients, env, wire, new SecureRandom());
        this.function = new OnOutboundMessage(ApplicationContext.builder().singletons(env));
        stage.secrets().put("{\"whatsapp/clinica/access-token\":\"EAAB-the-token\"}");
        DynamoDirectory directory =
                new DynamoDirectory(clients, env, wire, InstantSource.fixed(Messages.MORNING));
        directory.put(Businesses.clinic());
        directory.put(
                new Account(
                        Businesses.CLINIC,
                        ACCOUNT,
                        Map.of("phone-number-id", "1", "graph-url", graph.url())));
    }

    @AfterEach
    void close() {
        function.close();
        clients.close();
        graph.close();
    }

    @Test
    void aMessageIsHandedToItsProviderAndThatIsKept() {
        OutboundMessage message = ANA.says(conversations, "Abrimos a las ocho.");

        assertEquals(List.of(), handle(taken(message)));

        assertEquals(1, graph.asked().size());
        assertTrue(graph.asked().getFirst().contains("Abrimos a las ocho."));
        assertEquals(new Settled(Status.ACCEPTED), claim(message));
    }

    @Test
    void aMessageThatIsHandedOutTwiceIsSentOnce() {
        OutboundMessage message = ANA.says(conversations, "Abrimos a las ocho.");
        SQSEvent event = taken(message);

        handle(event);
        assertEquals(List.of(), handle(event));

        assertEquals(1, graph.asked().size());
    }

    @Test
    void whileTheProviderIsAwayTheConversationWaitsInItsOrder() {
        graph.close();
        OutboundMessage first = ANA.says(conversations, "Uno.");
        OutboundMessage second = ANA.says(conversations, "Dos.");

        assertEquals(2, handle(taken(first, second)).size());

        assertEquals(new Claimed(2), claim(first));
        assertEquals(new Claimed(1), claim(second));
    }

    @Test
    void whatTheProviderRefusesHasFailedAndHoldsNobodyUp() {
        graph.answers(400, "{\"error\":{\"code\":131026,\"message\":\"Message undeliverable\"}}");
        OutboundMessage first = ANA.says(conversations, "Uno.");
        OutboundMessage second = ANA.says(conversations, "Dos.");

        assertEquals(List.of(), handle(taken(first, second)));

        assertEquals(new Settled(Status.FAILED), claim(first));
        assertEquals(2, graph.asked().size());
    }

    @Test
    void whatWasDecidedTooLongAgoIsRefusedAndHoldsNobodyUp() {
        OutboundMessage old = ANA_LAST_WEEK.says(conversations, "Uno.");
        OutboundMessage fresh = ANA.says(conversations, "Dos.");

        assertEquals(List.of(), handle(taken(old, fresh)));

        assertEquals(new Settled(Status.REFUSED), claim(old));
        assertEquals(new Settled(Status.ACCEPTED), claim(fresh));
    }

    @Test
    void howeverOftenAMessageComesOutOfTheQueueItWaitsForItsProvider() {
        graph.close();
        OutboundMessage message = ANA.says(conversations, "Uno.");
        SQSEvent event = taken(message);
        event.getRecords()
                .forEach(record -> record.getAttributes().put("ApproximateReceiveCount", "400"));

        assertEquals(1, handle(event).size());

        assertEquals(new Claimed(2), claim(message));
    }

    @Test
    void beforeTheQueueTakesAMessageAwayItIsParkedAndBuriedWithTheReason() {
        graph.close();
        OutboundMessage message = ANA.says(conversations, "Uno.");
        SQSEvent event = taken(message);
        event.getRecords()
                .forEach(record -> record.getAttributes().put("ApproximateReceiveCount", "950"));

        assertEquals(List.of(), handle(event));

        assertEquals(new Settled(Status.PARKED), claim(message));
        assertEquals(List.of(message.id()), conversations.troubles(message.project(), 10));
        assertTrue(
                QueueEvents.attribute(stage.drainDead("OUTBOUND").getFirst(), "reason")
                        .startsWith("taken out 950 times"));
    }

    @Test
    void aMessageThatIsInNoTableIsBuriedAtTheFifthTry() {
        OutboundMessage unknown = Talk.withAna().says(new InMemoryConversations(), "Uno.");
        SQSEvent event = taken(unknown);
        assertEquals(1, handle(event).size());
        event.getRecords()
                .forEach(record -> record.getAttributes().put("ApproximateReceiveCount", "5"));

        assertEquals(List.of(), handle(event));

        assertEquals(0, graph.asked().size());
        assertTrue(
                QueueEvents.attribute(stage.drainDead("OUTBOUND").getFirst(), "reason")
                        .contains("not in the table"));
    }

    @Test
    void noLogHoldsWhatWeSayNorTheToken() {
        OutboundMessage message = ANA.says(conversations, "Abrimos a las ocho.");
        try (LogLines lines = LogLines.of("io.conserje")) {
            handle(taken(message));

            assertFalse(lines.json().isEmpty());
            assertFalse(lines.text().contains("a las ocho"), lines.text());
            assertFalse(lines.text().contains("EAAB"), lines.text());
        }
    }

    private SQSEvent taken(OutboundMessage... messages) {
        for (OutboundMessage message : messages) {
            stage.send("OUTBOUND", message.id().conversation().value(), wire.write(message));
        }
        return QueueEvents.of(stage.receive("OUTBOUND"));
    }

    private List<String> handle(SQSEvent event) {
        return QueueEvents.failures(function.handleRequest(event, LambdaCall.withTime()));
    }

    private Claim claim(OutboundMessage message) {
        return conversations.claim(
                message.project(), message.id(), KeptRulings.FINE, Messages.MORNING);
    }
}
