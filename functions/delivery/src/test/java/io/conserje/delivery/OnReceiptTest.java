package io.conserje.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoConversations;
import io.conserje.aws.Env;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.testkit.aws.QueueEvents;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStages.class)
class OnReceiptTest {
    private final Wire wire = new Wire();
    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final Conversations conversations;
    private final OnReceipt function;

    OnReceiptTest(EmbeddedStage stage) {
        this.stage = stage;
        Env env = stage::variable;
        this.clients = new AwsClients(env);
        this.conversations = new DynamoConversations(clients, env, wire, new SecureRandom());
        this.function = new OnReceipt(ApplicationContext.builder().singletons(env));
    }

    @AfterEach
    void close() {
        function.close();
        clients.close();
    }

    @Test
    void inWhateverOrderTheyComeTheFurthestCounts() {
        OutboundMessage message = Talk.withAna().says(conversations, "Hola.");
        for (Progress progress : List.of(Progress.DELIVERED, Progress.SENT, Progress.READ)) {
            arrives(message.id(), progress);
        }

        assertEquals(List.of(), handle());

        assertEquals(
                new Settled(Status.READ),
                conversations.claim(
                        message.project(), message.id(), KeptRulings.FINE, Messages.MORNING));
    }

    @Test
    void aReceiptIsLoggedUnderTheRequestThatItsMessageAnswered() {
        OutboundMessage message = Talk.withAna().says(conversations, "Hola.");
        arrives(message.id(), Progress.SENT);

        try (LogLines lines = LogLines.of("io.conserje.way")) {
            handle();

            assertEquals(
                    message.correlation().value(),
                    lines.json().getFirst().get("correlation").textValue());
        }
    }

    @Test
    void aReceiptForWhatIsNotOursIsDone() {
        assertEquals(
                List.of(),
                QueueEvents.failures(
                        function.handleRequest(
                                Events.queue("ReceiptsFunction/on-receipt.json"),
                                LambdaCall.withTime())));
    }

    @Test
    void whatCannotBeReadIsBuried() {
        stage.send("RECEIPTS", "{}");

        assertEquals(List.of(), handle());

        assertEquals("{}", stage.drainDead("RECEIPTS").getFirst().body());
    }

    @Test
    void whileTheTableIsAwayReceiptsWait() {
        OutboundMessage message = Talk.withAna().says(conversations, "Hola.");
        arrives(message.id(), Progress.SENT);
        arrives(message.id(), Progress.DELIVERED);
        stage.without("CONVERSATIONS_TABLE");
        Env env = stage::variable;

        try (OnReceipt cutOff = new OnReceipt(ApplicationContext.builder().singletons(env))) {
            assertEquals(
                    2,
                    QueueEvents.failures(
                                    cutOff.handleRequest(
                                            QueueEvents.of(stage.receive("RECEIPTS")),
                                            LambdaCall.withTime()))
                            .size());
        }
    }

    private void arrives(OutboundId message, Progress progress) {
        Receipt receipt =
                new Receipt(
                        "wamid.OUT",
                        Optional.of(message),
                        progress,
                        Messages.MORNING,
                        Optional.empty());
        CorrelationId correlation = new CorrelationId("request-of-the-receipt");
        stage.send("RECEIPTS", wire.write(new Notice(Businesses.CLINIC, receipt, correlation)));
    }

    private List<String> handle() {
        return QueueEvents.failures(
                function.handleRequest(
                        QueueEvents.of(stage.receive("RECEIPTS")), LambdaCall.withTime()));
    }
}
