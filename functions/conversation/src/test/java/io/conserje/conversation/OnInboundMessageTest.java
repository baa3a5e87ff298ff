package io.conserje.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.application.Conversation;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoConversations;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.testkit.aws.QueueEvents;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(EmbeddedStages.class)
class OnInboundMessageTest {
    private static final String EVENT = "ConversationFunction/on-inbound-message.json";

    private final Wire wire = new Wire();
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final OnInboundMessage function;
    private final SQSEvent event = Events.queue(EVENT);
    private final Arrival arrival =
            wire.read(event.getRecords().getFirst().getBody(), Arrival.class);

    OnInboundMessageTest(EmbeddedStage stage) {
        this.stage = stage;
        Env env = stage::variable;
        this.clients = new AwsClients(env);
        this.function = new OnInboundMessage(ApplicationContext.builder().singletons(env));
    }

    @AfterEach
    void close() {
        function.close();
        clients.close();
    }

    @Test
    void aQuestionIsAnsweredIntoTheOutboundQueue() {
        theClinicIsThere();

        assertEquals(List.of(), handle());

        List<OutboundMessage> answers = outbound();
        assertEquals(1, answers.size());
        assertTrue(answers.getFirst().content().text().contains("Lunes a viernes: 08:00–18:00"));
        assertEquals(arrival.correlation(), answers.getFirst().correlation());
        assertEquals(1, conversation().version());
    }

    @Test
    void theSameQuestionTwiceIsAnsweredOnce() {
        theClinicIsThere();

        handle();
        assertEquals(List.of(), handle());

        assertEquals(1, outbound().size());
        assertEquals(1, conversation().version());
    }

    @Test
    void whatWasTakenButNotQueuedIsAskedForAgainAndThenQueued() {
        theClinicIsThere();
        String outbound = stage.variable("OUTBOUND_QUEUE_URL").orElseThrow();
        stage.with("OUTBOUND_QUEUE_URL", outbound.replace("OUTBOUND", "NOWHERE"));
        try (OnInboundMessage cutOff = another()) {
            assertEquals(ids(), QueueEvents.failures(cutOff.handleRequest(event, call())));
        }
        stage.with("OUTBOUND_QUEUE_URL", outbound);

        assertEquals(List.of(), handle());

        assertEquals(1, outbound().size());
        assertEquals(1, conversation().version());
    }

    @Test
    void aProjectWithoutAProfileIsWaitedFor() {
        assertEquals(ids(), handle());

        assertEquals(0, conversation().version());
    }

    @Test
    void whatCannotBeReadIsBuriedWithItsReason() {
        event.getRecords().getFirst().setBody("{\"v\":2}");

        assertEquals(List.of(), handle());

        Message dead = stage.drainDead("INBOUND").getFirst();
        assertEquals("{\"v\":2}", dead.body());
        assertTrue(QueueEvents.attribute(dead, "reason").startsWith("version 2"));
    }

    @Test
    void noLogHoldsWhatACustomerWroteNorWhatWasAnswered() {
        theClinicIsThere();
        try (LogLines lines = LogLines.of("io.conserje")) {
            handle();

            assertFalse(lines.json().isEmpty());
            assertFalse(lines.text().contains("abren"), lines.text());
            assertFalse(lines.text().contains("08:00"), lines.text());
        }
    }

    private void theClinicIsThere() {
        DynamoDirectory directory =
                new DynamoDirectory(
                        clients, stage::variable, wire, InstantSource.fixed(Messages.MORNING));
        directory.put(Businesses.clinicOf(arrival.project()));
        directory.put(new Account(arrival.project(), arrival.account(), Map.of()));
    }

    private OnInboundMessage another() {
        Env env = stage::variable;
        return new OnInboundMessage(ApplicationContext.builder().singletons(env));
    }

    private List<String> handle() {
        return QueueEvents.failures(function.handleRequest(event, call()));
    }

    private static LambdaCall call() {
        return LambdaCall.withTime();
    }

    private List<String> ids() {
        return List.of(event.getRecords().getFirst().getMessageId());
    }

    private List<OutboundMessage> outbound() {
        return stage.drain("OUTBOUND").stream()
                .map(message -> wire.read(message.body(), OutboundMessage.class))
                .toList();
    }

    private Conversation conversation() {
        return new DynamoConversations(clients, stage::variable, wire, new SecureRandom())
                .load(arrival.project(), arrival.conversation());
    }
}
