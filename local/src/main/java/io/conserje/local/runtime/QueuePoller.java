package io.conserje.local.runtime;

import io.conserje.local.template.Mapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One queue's consumer. It receives only what it may invoke at once; what a function does not
 * finish stays with the queue, which shows it again after its visibility timeout, holds back the
 * rest of its group until then, and moves it to the dead letters in the end.
 */
final class QueuePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final int LONGEST_POLL_SECONDS = 20;
    private static final int MOST_PER_CALL = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Mapping mapping;
    private final SqsClient sqs;
    private final String url;
    private final SqsEvents events;
    private final Function<byte[], Outcome> function;
    private final Semaphore slots;

    /** Only one: the more it has to wait for the queue, the fuller are the batches it brings. */
    private final Thread receiver = Thread.ofVirtual().unstarted(this::poll);

    private final ExecutorService batches = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    QueuePoller(
            Mapping mapping,
            SqsClient sqs,
            String url,
            String arn,
            Function<byte[], Outcome> function) {
        this.mapping = mapping;
        this.sqs = sqs;
        this.url = url;
        this.events = new SqsEvents(arn);
        this.function = function;
        this.slots = new Semaphore(mapping.maximumConcurrency());
    }

    QueuePoller start() {
        receiver.start();
        return this;
    }

    private void poll() {
        try {
            while (!stopping) {
                slots.acquire();
                if (!receiveAndHandOver()) {
                    slots.release();
                }
            }
        } catch (InterruptedException | RejectedExecutionException closed) {
            LOG.debug("{} polls no more", mapping.queueId());
        }
    }

    /** Whether a batch took over the slot. */
    private boolean receiveAndHandOver() {
        try {
            List<Message> batch = receive();
            if (batch.isEmpty()) {
                return false;
            }
            batches.execute(() -> handle(batch));
            return true;
        } catch (SdkException failed) {
            if (!stopping) {
                LOG.warn("Cannot receive from {}", mapping.queueId(), failed);
            }
            return false;
        }
    }

    private List<Message> receive() {
        List<Message> batch = new ArrayList<>(receive(mapping.batchSize(), LONGEST_POLL_SECONDS));
        long end = System.nanoTime() + mapping.batchingWindow().toNanos();
        while (!batch.isEmpty() && batch.size() < mapping.batchSize() && !stopping) {
            long left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
            if (left <= 0) {
                break;
            }
            int wait = (int) Math.min(left, LONGEST_POLL_SECONDS);
            batch.addAll(receive(mapping.batchSize() - batch.size(), wait));
        }
        return batch;
    }

    private List<Message> receive(int atMost, int waitSeconds) {
        return sqs.receiveMessage(r ->
                        r.queueUrl(url)
                                .maxNumberOfMessages(Math.min(atMost, MOST_PER_CALL))
                                .waitTimeSeconds(waitSeconds)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                .messages();
    }

    private void handle(List<Message> batch) {
        try {
            Set<String> failed = invoke(batch);
            delete(batch.stream().filter(m -> !failed.contains(m.messageId())).toList());
        } catch (SdkException failed) {
            LOG.warn("Cannot delete from {}; it will come again", mapping.queueId(), failed);
        } finally {
            slots.release();
        }
    }

    private Set<String> invoke(List<Message> batch) {
        Set<String> all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        return switch (function.apply(events.event(batch))) {
            case Outcome.Answered(byte[] answer) ->
                    mapping.reportsItemFailures() ? BatchAnswer.failed(answer, all) : Set.of();
            case Outcome.Failed failed -> all;
            case Outcome.TimedOut late -> all;
        };
    }

    private void delete(List<Message> done) {
        for (int from = 0; from < done.size(); from += MOST_PER_CALL) {
            List<Message> some = done.subList(from, Math.min(from + MOST_PER_CALL, done.size()));
            List<DeleteMessageBatchRequestEntry> entries =
                    some.stream().map(QueuePoller::entry).toList();
            sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries));
        }
    }

    private static DeleteMessageBatchRequestEntry entry(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    void stopReceiving() {
        stopping = true;
        receiver.interrupt();
    }

    /**
     * Waits some seconds for the batches in hand; what is not done by then is not deleted either.
     */
    @Override
    public void close() {
        stopReceiving();
        batches.shutdown();
        try {
            if (!batches.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                batches.shutdownNow();
            }
        } catch (InterruptedException stop) {
            batches.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
