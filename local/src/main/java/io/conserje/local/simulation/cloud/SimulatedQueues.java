package io.conserje.local.simulation.cloud;

import io.conserje.local.template.Queue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** SQS in memory: the template's queues. */
public final class SimulatedQueues implements SqsClient {
    private final Map<String, SimulatedQueue> byName = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Line line;
    private final Flaw flaw;
    private long ids;

    public SimulatedQueues(
            List<Queue> queues, RandomGenerator random, InstantSource clock, Line line, Flaw flaw) {
        queues.forEach(queue -> byName.put(queue.name(), new SimulatedQueue(queue, random)));
        this.clock = clock;
        this.line = line;
        this.flaw = flaw;
    }

    /** By its name, or by a URL that ends with it. */
    public SimulatedQueue named(String nameOrUrl) {
        String name = nameOrUrl.substring(nameOrUrl.lastIndexOf('/') + 1);
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no queue " + name));
    }

    public List<SimulatedQueue> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest send) {
        SimulatedQueue queue = named(send.queueUrl());
        String name = queue.queue().name();
        String what = "send " + send.entries().size() + " to " + name;
        if (flaw.swallows(name, false)) {
            return SendMessageBatchResponse.builder().build();
        }
        try {
            return line.call(what, false, () -> keep(queue, send.entries()));
        } catch (RuntimeException e) {
            if (flaw.swallows(name, true)) {
                return SendMessageBatchResponse.builder().build();
            }
            throw e;
        }
    }

    private SendMessageBatchResponse keep(
            SimulatedQueue queue, List<SendMessageBatchRequestEntry> entries) {
        for (SendMessageBatchRequestEntry entry : entries) {
            Duration delay =
                    Duration.ofSeconds(Optional.ofNullable(entry.delaySeconds()).orElse(0));
            Instant now = clock.instant();
            QueueMessage message =
                    new QueueMessage(
                            "m" + ids++,
                            entry.messageBody(),
                            Optional.ofNullable(entry.messageGroupId()).orElse(""),
                            Optional.ofNullable(entry.messageDeduplicationId()).orElse(""),
                            entry.messageAttributes(),
                            now.plus(delay),
                            0,
                            "");
            queue.add(flaw.sent(queue.queue().name(), message), now);
        }
        return SendMessageBatchResponse.builder().build();
    }

    /** Puts a message where nothing can go wrong, as if it had been sent. */
    public void put(String queue, String body, String group, String deduplication) {
        keep(
                named(queue),
                List.of(
                        SendMessageBatchRequestEntry.builder()
                                .id("0")
                                .messageBody(body)
                                .messageGroupId(group)
                                .messageDeduplicationId(deduplication)
                                .build()));
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest change) {
        SimulatedQueue queue = named(change.queueUrl());
        return line.call(
                "hide " + change.entries().size(),
                false,
                () -> {
                    change.entries()
                            .forEach(entry ->
                                    queue.show(
                                            entry.receiptHandle(),
                                            Duration.ofSeconds(entry.visibilityTimeout()),
                                            clock.instant()));
                    return ChangeMessageVisibilityBatchResponse.builder().build();
                });
    }

    /** Moves what was handed out too often to where its redrive policy says. */
    public void redrive(SimulatedQueue from) {
        from.queue()
                .redrive()
                .ifPresent(policy -> {
                    SimulatedQueue dead =
                            byName.values().stream()
                                    .filter(it -> it.queue().id().equals(policy.targetId()))
                                    .findFirst()
                                    .orElseThrow();
                    Instant now = clock.instant();
                    from.all().stream()
                            .filter(message -> message.taken() >= policy.maxReceiveCount())
                            .filter(message -> !message.visibleAt().isAfter(now))
                            .forEach(message -> {
                                from.remove(message);
                                dead.add(message.deduplicatedBy(message.id()), now);
                            });
                });
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
