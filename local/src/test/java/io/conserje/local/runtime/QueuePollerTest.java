package io.conserje.local.runtime;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.template.Mapping;
import io.conserje.local.template.Queue;
import io.conserje.local.template.Queue.Deduplication;
import io.conserje.local.template.Queue.Redrive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class QueuePollerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CONCURRENCY = 4;

    private final List<AutoCloseable> open = new ArrayList<>();
    private QueueServer server;
    private Clients clients;

    @BeforeEach
    void start(@TempDir Path data) {
        Logging.quiet();
        server = QueueServer.start(data);
        clients = new Clients(server.uri(), server.uri());
        List<Queue> queues =
                List.of(
                        queue("ordered.fifo", Optional.of(new Redrive("dead.fifo", 3))),
                        queue("dead.fifo", Optional.empty()),
                        queue("loose", Optional.empty()));
        new QueueMaker(clients.sqs(), queues).make();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        clients.close();
        server.close();
    }

    @Test
    void aGroupKeepsItsOrderAndIsNeverInTwoBatchesAtOnce() {
        Consumer consumer = new Consumer((body, count) -> false);
        for (int number = 0; number < 20; number++) {
            sendToGroups(30, Integer.toString(number));
        }

        poll("ordered.fifo", consumer::take);

        await().atMost(SOON).until(() -> consumer.bodies.size() == 600);
        for (int group = 0; group < 30; group++) {
            String prefix = group + ":";
            List<String> got = consumer.bodies.stream().filter(b -> b.startsWith(prefix)).toList();
            List<String> sent = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                sent.add(prefix + number);
            }
            assertEquals(sent, got);
        }
        assertEquals(0, consumer.overlaps.size());
        assertTrue(consumer.mostAtOnce.get() <= CONCURRENCY, "at most " + CONCURRENCY);
        await().atMost(SOON).until(() -> left("ordered.fifo") == 0);
    }

    @Test
    void whatAFunctionReportsAsFailedComesAgainAndTheRestIsDone() {
        Consumer consumer = new Consumer((body, count) -> body.equals("a:1") && count == 1);
        send("a", "0");
        send("b", "0");
        send("a", "1");

        poll("ordered.fifo", consumer::take);

        await().atMost(SOON).until(() -> left("ordered.fifo") == 0);
        assertEquals(2, consumer.bodies.stream().filter(b -> b.equals("a:1")).count());
        assertEquals(4, consumer.bodies.size());
    }

    @Test
    void aGroupWaitsForItsFailedMessage() {
        Consumer consumer = new Consumer((body, count) -> body.equals("a:0") ? count == 1 : false);
        send("a", "0");
        poll("ordered.fifo", consumer::take);
        await().atMost(SOON).until(() -> consumer.bodies.contains("a:0"));

        send("a", "1");

        await().atMost(SOON).until(() -> left("ordered.fifo") == 0);
        assertEquals(List.of("a:0", "a:0", "a:1"), List.copyOf(consumer.bodies));
    }

    @Test
    void whatFailsTooOftenGoesToTheDeadLettersAndItsGroupGoesOn() {
        Consumer consumer = new Consumer((body, count) -> body.equals("a:0"));
        send("a", "0");
        send("a", "1");

        poll("ordered.fifo", consumer::take);

        await().atMost(SOON).until(() -> left("dead.fifo") == 1);
        await().atMost(SOON).until(() -> left("ordered.fifo") == 0);
        assertEquals(3, consumer.bodies.stream().filter(b -> b.equals("a:0")).count());
    }

    @Test
    void aFunctionThatFailsGetsTheWholeBatchAgain() {
        AtomicInteger calls = new AtomicInteger();
        Consumer consumer = new Consumer((body, count) -> false);
        send("a", "0");

        poll(
                "ordered.fifo",
                event ->
                        calls.incrementAndGet() == 1
                                ? new Outcome.Failed(new IllegalStateException("as asked"))
                                : consumer.take(event));

        await().atMost(SOON).until(() -> left("ordered.fifo") == 0);
        assertEquals(List.of("a:0"), List.copyOf(consumer.bodies));
        assertEquals(2, calls.get());
    }

    @Test
    void aRecordLooksAsLambdasDoes() {
        Consumer consumer = new Consumer((body, count) -> false);
        clients.sqs()
                .sendMessage(r ->
                        r.queueUrl(url("ordered.fifo"))
                                .messageGroupId("g")
                                .messageDeduplicationId("d")
                                .messageBody("hello")
                                .messageAttributes(
                                        Map.of(
                                                "kind",
                                                MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue("x")
                                                        .build())));

        poll("ordered.fifo", consumer::take);

        await().atMost(SOON).until(() -> !consumer.records.isEmpty());
        JsonNode record = consumer.records.element();
        assertEquals("hello", record.at("/body").asText());
        assertEquals("5d41402abc4b2a76b9719d911017c592", record.at("/md5OfBody").asText());
        assertEquals("aws:sqs", record.at("/eventSource").asText());
        assertEquals(
                "arn:aws:sqs:us-east-1:000000000000:ordered.fifo",
                record.at("/eventSourceARN").asText());
        assertEquals("us-east-1", record.at("/awsRegion").asText());
        JsonNode attributes = record.at("/attributes");
        assertEquals("g", attributes.at("/MessageGroupId").asText());
        assertEquals("d", attributes.at("/MessageDeduplicationId").asText());
        assertEquals("1", attributes.at("/ApproximateReceiveCount").asText());
        for (String name :
                List.of(
                        "SentTimestamp",
                        "SenderId",
                        "SequenceNumber",
                        "ApproximateFirstReceiveTimestamp")) {
            assertTrue(attributes.has(name), name);
        }
        assertEquals("x", record.at("/messageAttributes/kind/stringValue").asText());
        assertEquals("String", record.at("/messageAttributes/kind/dataType").asText());
        assertTrue(record.at("/messageAttributes/kind/stringListValues").isArray());
    }

    @Test
    void closingLetsABatchInHandFinish() throws Exception {
        Consumer consumer = new Consumer((body, count) -> false);
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        send("a", "0");
        QueuePoller poller =
                poll(
                        "ordered.fifo",
                        event -> {
                            entered.countDown();
                            awaitUninterruptibly(goOn);
                            return consumer.take(event);
                        });
        entered.await();

        Thread closing = Thread.ofVirtual().start(poller::close);
        poller.stopReceiving();
        goOn.countDown();
        closing.join();

        assertEquals(List.of("a:0"), List.copyOf(consumer.bodies));
        assertEquals(0, left("ordered.fifo"));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private QueuePoller poll(String queue, Function<byte[], Outcome> function) {
        Mapping mapping = new Mapping("F", queue, 10, Duration.ZERO, CONCURRENCY, true);
        QueuePoller poller =
                new QueuePoller(mapping, clients.sqs(), url(queue), Arn.queue(queue), function);
        open.add(poller);
        return poller.start();
    }

    private static Queue queue(String name, Optional<Redrive> redrive) {
        return new Queue(
                name,
                name,
                name.endsWith(".fifo"),
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofDays(4),
                Duration.ZERO,
                new Deduplication(false, false),
                redrive);
    }

    private void send(String group, String number) {
        String body = group + ":" + number;
        clients.sqs()
                .sendMessage(r ->
                        r.queueUrl(url("ordered.fifo"))
                                .messageGroupId(group)
                                .messageDeduplicationId(body)
                                .messageBody(body));
    }

    private void sendToGroups(int groups, String number) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            String body = group + ":" + number;
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id("m" + group)
                            .messageGroupId("g" + group)
                            .messageDeduplicationId(body)
                            .messageBody(body)
                            .build());
            if (entries.size() == 10) {
                List<SendMessageBatchRequestEntry> full = List.copyOf(entries);
                clients.sqs().sendMessageBatch(r -> r.queueUrl(url("ordered.fifo")).entries(full));
                entries.clear();
            }
        }
    }

    private int left(String queue) {
        var attributes =
                clients.sqs()
                        .getQueueAttributes(
                                r -> r.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return Integer.parseInt(
                        attributes.getOrDefault(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"))
                + Integer.parseInt(
                        attributes.getOrDefault(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                "0"));
    }

    private String url(String queue) {
        return server.uri() + "/" + Arn.ACCOUNT + "/" + queue;
    }
}
