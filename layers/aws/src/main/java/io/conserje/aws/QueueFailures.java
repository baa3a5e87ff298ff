package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.DoesNotFit;
import io.conserje.application.Unavailable;
import io.conserje.aws.QueueBatch.Again;
import io.conserje.aws.QueueBatch.Never;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatch.Work;
import io.conserje.wire.UnreadableWire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * What becomes of queue messages that could not be done: tried again with growing pauses while
 * there is hope, then put into the dead-letter queue together with the reason, which SQS itself
 * would not note.
 */
public final class QueueFailures {
    private static final Logger LOG = LoggerFactory.getLogger(QueueFailures.class);

    /**
     * After so many tries an error of our own is not going to mend itself. An outage may take
     * longer.
     */
    private static final int HOPELESS = 5;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int REASON_LENGTH = 1000;

    private final AwsClients clients;
    private final String queue;
    private final SqsMessages deadLetters;
    private final RandomGenerator random;

    public QueueFailures(AwsClients clients, Env env, String queueName, RandomGenerator random) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.queue = variables.required(queueName + "_QUEUE_URL");
        this.deadLetters =
                new SqsMessages(clients, variables.required(queueName + "_DEAD_LETTERS_URL"));
        this.random = random;
        variables.check();
    }

    Verdict judge(List<SQSMessage> run, Work work) {
        int tries = tries(run.getFirst());
        try (Trail trail = Trail.of(run.getFirst())) {
            return judge(run, work, tries);
        }
    }

    private Verdict judge(List<SQSMessage> run, Work work, int tries) {
        try {
            return work.on(run);
        } catch (Unavailable e) {
            LOG.warn("not now: {}", e.getMessage(), e.getCause());
            return new Again(pause(tries), "unavailable: " + e.getMessage());
        } catch (UnreadableWire e) {
            return new Never(e.getMessage() == null ? "unreadable" : e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("failed at try {}", tries, e);
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            return isHopeless(run.getFirst()) ? new Never(reason) : new Again(pause(tries), reason);
        }
    }

    /** Whether an error of our own at this try is the last. */
    public static boolean isHopeless(SQSMessage message) {
        return tries(message) >= HOPELESS;
    }

    /** How often the queue has handed this message out. */
    public static int tries(SQSMessage message) {
        return Integer.parseInt(
                message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }

    /**
     * 1 s, 2 s, 4 s ... to a quarter of an hour, each up to a quarter longer so that not all come
     * back at once.
     */
    private Duration pause(int tries) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), 1000L << Math.min(tries - 1, 20));
        return Duration.ofMillis(millis + random.nextLong(millis / 4 + 1));
    }

    /**
     * Has the queue hand the messages out again after the pause. Without it that would be after the
     * whole visibility timeout.
     */
    void postpone(List<SQSMessage> rest, Again again) {
        long asked = Math.max(again.after().toMillis(), 0);
        int seconds = (int) Math.min((asked + 999) / 1000, LONGEST_PAUSE.toSeconds());
        try (Trail trail = Trail.of(rest.getFirst())) {
            LOG.info("again in {} s: {}", seconds, again.reason());
        }
        List<ChangeMessageVisibilityBatchRequestEntry> entries =
                rest.stream()
                        .map(message ->
                                ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(Integer.toString(rest.indexOf(message)))
                                        .receiptHandle(message.getReceiptHandle())
                                        .visibilityTimeout(seconds)
                                        .build())
                        .toList();
        try {
            clients.sqs()
                    .changeMessageVisibilityBatch(
                            change -> change.queueUrl(queue).entries(entries));
        } catch (SdkException e) {
            LOG.warn("the queue's own visibility timeout decides when: {}", e.getMessage());
        }
    }

    /** Tells whether it is in the dead-letter queue now. */
    boolean bury(SQSMessage message, String reason) {
        String group = message.getAttributes().getOrDefault("MessageGroupId", "");
        Map<String, String> attributes = new HashMap<>();
        message.getMessageAttributes()
                .forEach((name, value) -> attributes.put(name, value.getStringValue()));
        attributes.put("reason", reason.substring(0, Math.min(reason.length(), REASON_LENGTH)));
        try (Trail trail = Trail.of(message)) {
            LOG.error("into the dead-letter queue: {}", reason);
        }
        try {
            deadLetters.sendInOrder(
                    List.of(
                            new SqsMessages.Entry(
                                    message.getBody(),
                                    group,
                                    group.isEmpty() ? "" : message.getMessageId(),
                                    attributes)));
            return true;
        } catch (Unavailable | DoesNotFit e) {
            LOG.warn("the dead-letter queue is away", e);
            return false;
        }
    }
}
