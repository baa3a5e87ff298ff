package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.QueueEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes a batch out of a real queue, as Lambda does, and tells what became of it. */
final class Consumer implements AutoCloseable {
    static final Duration LONGEST_RUN = Duration.ofSeconds(10);

    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final List<String> runs = Collections.synchronizedList(new ArrayList<>());
    private String queue = "INBOUND";
    private Duration timeLeft = Duration.ofMinutes(1);
    private SQSEvent event = new SQSEvent();
    private List<String> left = List.of();

    Consumer(EmbeddedStage stage) {
        this.stage = stage;
        this.clients = new AwsClients(stage::variable);
    }

    Consumer withoutGroups() {
        queue = "RECEIPTS";
        return this;
    }

    Consumer withTimeLeft(Duration time) {
        timeLeft = time;
        return this;
    }

    Consumer withoutDeadLetters() {
        String url = stage.variable("INBOUND_DEAD_LETTERS_URL").orElseThrow();
        stage.with("INBOUND_DEAD_LETTERS_URL", url.replace("dead", "gone"));
        return this;
    }

    /** The first letter of a message is its group. */
    Consumer takes(String... messages) {
        boolean grouped = queue.equals("INBOUND");
        SqsMessages sqs =
                new SqsMessages(clients, stage.variable(queue + "_QUEUE_URL").orElseThrow());
        sqs.sendInOrder(
                Arrays.stream(messages)
                        .map(message ->
                                new SqsMessages.Entry(
                                        message,
                                        grouped ? message.substring(0, 1) : "",
                                        grouped ? message : "",
                                        Map.of("correlation", "request-1")))
                        .toList());
        event = QueueEvents.of(receive());
        return this;
    }

    Consumer takesAtTry(int tries, String message) {
        takes(message);
        event.getRecords()
                .forEach(record ->
                        record.getAttributes()
                                .put("ApproximateReceiveCount", Integer.toString(tries)));
        return this;
    }

    void oneByOne(Function<String, Verdict> work) {
        note(batch().oneByOne(event, () -> timeLeft, run -> work.apply(noted(run))));
    }

    void together(Function<String, Verdict> work) {
        note(batch().together(event, () -> timeLeft, run -> work.apply(noted(run))));
    }

    private QueueBatch batch() {
        return new QueueBatch(
                new QueueFailures(clients, stage::variable, queue, new Random(1)),
                Executors::newVirtualThreadPerTaskExecutor,
                LONGEST_RUN);
    }

    private String noted(List<SQSMessage> run) {
        String bodies = run.stream().map(SQSMessage::getBody).collect(Collectors.joining(" "));
        runs.add(bodies);
        return bodies;
    }

    private void note(SQSBatchResponse answer) {
        List<String> ids = QueueEvents.failures(answer);
        left =
                event.getRecords().stream()
                        .filter(record -> ids.contains(record.getMessageId()))
                        .map(SQSMessage::getBody)
                        .toList();
    }

    /** What was worked on, run by run. */
    List<String> runs() {
        return List.copyOf(runs);
    }

    /** What the queue is asked to hand out again. */
    List<String> left() {
        return left;
    }

    List<Message> receive() {
        return stage.receive(queue);
    }

    List<Message> dead() {
        return stage.drainDead(queue);
    }

    @Override
    public void close() {
        clients.close();
    }
}
