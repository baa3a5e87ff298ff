package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.template.TemplateError;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The process is killed (SIGKILL) right after its last answer; what it answered for is still there.
 */
class SurvivesKillTest {
    @TempDir Path data;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndInOrder() throws Exception {
        try (Running victim = Running.start(data)) {
            for (int number = 0; number < 50; number++) {
                send(victim.clients().sqs(), victim.url(), "a" + number);
            }
            List<Message> held = receive(victim.clients().sqs(), victim.url(), 3);
            assertEquals(List.of("a0", "a1", "a2"), bodies(held));
            delete(victim.clients().sqs(), victim.url(), held.getFirst());
            put(victim, "kept");
        }

        try (LocalCloud cloud = LocalCloud.start(Victim.options(data, Map.of()), step -> {});
                Clients clients = new Clients(cloud.sqs(), cloud.dynamodb())) {
            String url = cloud.queueUrl("Ordered");
            send(clients.sqs(), url, "after");
            List<String> got = new ArrayList<>();
            List<Message> batch = receive(clients.sqs(), url, 10);
            assertEquals("2", count(batch.getFirst()), "it was held before the kill");
            // A restored message in flight holds back its group, as one that was never stored does.
            assertEquals(List.of(), receive(clients.sqs(), url, 10));
            while (!batch.isEmpty()) {
                got.addAll(bodies(batch));
                batch.forEach(message -> delete(clients.sqs(), url, message));
                batch = receive(clients.sqs(), url, 10);
            }
            List<String> expected = new ArrayList<>();
            for (int number = 1; number < 50; number++) {
                expected.add("a" + number);
            }
            expected.add("after");
            assertEquals(expected, got);
            assertTrue(
                    clients.dynamodb()
                            .getItem(r -> r.tableName("Things").key(key("kept")))
                            .hasItem());
        }
    }

    @Test
    void whatFailedBeforeIsAmongTheDeadLettersAndNowhereElse() {
        try (LocalCloud cloud = LocalCloud.start(Victim.options(data, Map.of()), step -> {});
                Clients clients = new Clients(cloud.sqs(), cloud.dynamodb())) {
            String url = cloud.queueUrl("Fragile");
            send(clients.sqs(), url, "a");
            assertEquals(List.of("a"), bodies(receive(clients.sqs(), url, 1)));
        }

        try (LocalCloud cloud = LocalCloud.start(Victim.options(data, Map.of()), step -> {});
                Clients clients = new Clients(cloud.sqs(), cloud.dynamodb())) {
            String url = cloud.queueUrl("Fragile");
            assertEquals(List.of(), receive(clients.sqs(), url, 1));
            assertEquals(0, held(clients.sqs(), url));
            assertEquals(1, held(clients.sqs(), cloud.queueUrl("Broken")));
        }
    }

    /** Whether they can be seen or not. */
    private static int held(SqsClient sqs, String url) {
        return sqs
                .getQueueAttributes(r ->
                        r.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void dataOfAnotherShapeIsRefused() {
        LocalCloud.start(Victim.options(data, Map.of()), step -> {}).close();

        TemplateError error =
                assertThrows(
                        TemplateError.class,
                        () ->
                                LocalCloud.start(
                                        Victim.options(data, Map.of("Sort", "at")), step -> {}));

        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("Table Things already holds data"), message);
        assertTrue(message.contains("at RANGE"), message);
    }

    private static void send(SqsClient sqs, String url, String body) {
        sqs.sendMessage(r ->
                r.queueUrl(url).messageGroupId("a").messageDeduplicationId(body).messageBody(body));
    }

    private static List<Message> receive(SqsClient sqs, String url, int most) {
        return sqs.receiveMessage(r ->
                        r.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private static void delete(SqsClient sqs, String url, Message message) {
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }

    private static String count(Message message) {
        return message.attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "none");
    }

    private static void put(Running victim, String id) {
        victim.clients().dynamodb().putItem(r -> r.tableName("Things").item(key(id)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(id), "sk", AttributeValue.fromS("-"));
    }

    private record Running(Process process, Clients clients, String url) implements AutoCloseable {
        static Running start(Path data) throws IOException {
            Process process =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElse("java"),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Victim.class.getName(),
                                    data.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String[] ready = ready(process.inputReader()).split(" ");
            URI sqs = URI.create(ready[1]);
            Clients clients = new Clients(sqs, URI.create(ready[2]));
            return new Running(process, clients, sqs + "/" + Arn.ACCOUNT + "/ordered.fifo");
        }

        private static String ready(BufferedReader output) {
            return output.lines()
                    .filter(line -> line.startsWith("READY"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("It did not start"));
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
            clients.close();
        }
    }
}
