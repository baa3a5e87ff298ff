package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.ArrivalQueue;
import io.conserje.application.DoesNotFit;
import io.conserje.application.OutboundQueue;
import io.conserje.application.ReceiptQueue;
import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.application.Unavailable;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryConversations;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.QueueEvents;
import io.conserje.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(EmbeddedStages.class)
class QueuesTest {
    private final Wire wire = new Wire();
    private final EmbeddedStage stage;
    private final AwsClients clients;

    QueuesTest(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void anArrivalTravelsInItsConversationsGroupWithItsCorrelation() {
        Arrival arrival = Arrivals.fromAna("hola", "¿abren hoy?");

        arrivals().send(List.of(arrival));

        Message message = stage.receive("INBOUND").getFirst();
        assertEquals(arrival, wire.read(message.body(), Arrival.class));
        assertEquals(
                arrival.conversation().value(),
                message.attributesAsStrings().get("MessageGroupId"));
        assertEquals("request-1", QueueEvents.attribute(message, "correlation"));
    }

    @Test
    void anArrivalThatTheProviderRepeatsIsQueuedOnce() {
        arrivals().send(List.of(Arrivals.fromAna("hola", "precios")));
        arrivals().send(List.of(Arrivals.fromAna("hola", "precios")));
        arrivals().send(List.of(Arrivals.fromAna("hola")));

        assertEquals(
                List.of(Arrivals.fromAna("hola", "precios"), Arrivals.fromAna("hola")),
                received("INBOUND", Arrival.class));
    }

    @Test
    void asManyAsAWebhookBringsAreAllQueued() {
        List<Arrival> many =
                IntStream.range(0, 25)
                        .mapToObj(i -> Arrivals.from(phone(i), Messages.text("hola " + i)))
                        .toList();

        arrivals().send(many);

        assertEquals(Set.copyOf(many), Set.copyOf(received("INBOUND", Arrival.class)));
    }

    @Test
    void largeOnesTakeAsManyCallsAsTheyNeed() {
        List<Arrival> large =
                IntStream.range(0, 5)
                        .mapToObj(i -> Arrivals.from(phone(i), large(i, 80_000)))
                        .toList();

        arrivals().send(large);

        assertEquals(Set.copyOf(large), Set.copyOf(received("INBOUND", Arrival.class)));
    }

    @Test
    void whatPacksWellFitsHoweverLongItIs() {
        Arrival arrival = Arrivals.fromAna("hola ".repeat(200_000));

        arrivals().send(List.of(arrival));

        assertEquals(List.of(arrival), received("INBOUND", Arrival.class));
    }

    @Test
    void whatDoesNotFitEvenPackedIsRefused() {
        Arrival arrival = Arrivals.from(Arrivals.ANA, large(1, 600_000));

        assertThrows(DoesNotFit.class, () -> arrivals().send(List.of(arrival)));
    }

    @Test
    void ourMessagesKeepTheirOrder() {
        List<OutboundMessage> messages = outboundMessages(25);

        outbound().send(messages);

        assertEquals(messages, received("OUTBOUND", OutboundMessage.class));
    }

    @Test
    void ourMessagesAreToldApartByOurNamesOfThem() {
        List<OutboundMessage> messages = outboundMessages(3);
        outbound().send(messages.subList(0, 2));

        outbound().send(messages);

        assertEquals(messages, received("OUTBOUND", OutboundMessage.class));
    }

    @Test
    void receiptsTravelOnTheirOwn() {
        List<Notice> notices = IntStream.range(0, 12).mapToObj(i -> notice("wamid." + i)).toList();

        receipts().send(notices);

        assertEquals(Set.copyOf(notices), Set.copyOf(received("RECEIPTS", Notice.class)));
    }

    @Test
    void aQueueThatIsAwayIsUnavailable() {
        stage.with("INBOUND_QUEUE_URL", stage.variable("INBOUND_QUEUE_URL").orElseThrow() + "-no");

        assertThrows(Unavailable.class, () -> arrivals().send(List.of(Arrivals.fromAna("hola"))));
    }

    private <T> List<T> received(String queue, Class<T> type) {
        return stage.drain(queue).stream().map(message -> wire.read(message.body(), type)).toList();
    }

    private ArrivalQueue arrivals() {
        return new SqsArrivalQueue(clients, stage::variable, wire);
    }

    private OutboundQueue outbound() {
        return new SqsOutboundQueue(clients, stage::variable, wire);
    }

    private ReceiptQueue receipts() {
        return new SqsReceiptQueue(clients, stage::variable, wire);
    }

    private static Contact phone(int number) {
        return Contact.ofPhone("5076000" + number);
    }

    /** So many characters that do not pack to less than three quarters. */
    private static InboundMessage large(int seed, int characters) {
        String noise =
                new Random(seed)
                        .ints(characters, '0', 'z')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return Messages.message("large " + seed, new Content.Unsupported("noise", noise));
    }

    private static List<OutboundMessage> outboundMessages(int count) {
        InMemoryConversations conversations = new InMemoryConversations();
        List<OutboundMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Talk.withAna().says(conversations, "Parte " + i));
        }
        return messages;
    }

    private static Notice notice(String providerId) {
        Receipt receipt =
                new Receipt(
                        providerId,
                        Optional.empty(),
                        Progress.SENT,
                        Messages.MORNING,
                        Optional.empty());
        return new Notice(Businesses.CLINIC, receipt, Arrivals.CORRELATION);
    }
}
