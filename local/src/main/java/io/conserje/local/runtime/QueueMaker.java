package io.conserje.local.runtime;

import io.conserje.local.template.Queue;
import io.conserje.local.template.Queue.Redrive;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the template's queues, each after the one it redrives to. */
final class QueueMaker {
    private final SqsClient sqs;
    private final Map<String, Queue> byId;
    private final Set<String> made = new HashSet<>();

    QueueMaker(SqsClient sqs, List<Queue> queues) {
        this.sqs = sqs;
        this.byId = queues.stream().collect(Collectors.toMap(Queue::id, Function.identity()));
    }

    void make() {
        byId.values().forEach(this::make);
    }

    private void make(Queue queue) {
        if (made.add(queue.id())) {
            queue.redrive().map(Redrive::targetId).map(byId::get).ifPresent(this::make);
            sqs.createQueue(r -> r.queueName(queue.name()).attributes(attributes(queue)));
        }
    }

    /**
     * What ElasticMQ understands: it keeps messages for ever and counts deduplication ids per
     * queue.
     */
    private Map<QueueAttributeName, String> attributes(Queue queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibilityTimeout().toSeconds()));
        attributes.put(QueueAttributeName.DELAY_SECONDS, Long.toString(queue.delay().toSeconds()));
        attributes.put(
                QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
                Long.toString(queue.receiveWait().toSeconds()));
        if (queue.fifo()) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
            attributes.put(
                    QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
                    Boolean.toString(queue.deduplication().byContent()));
        }
        queue.redrive()
                .ifPresent(redrive ->
                        attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
        return attributes;
    }

    private String policy(Redrive redrive) {
        Queue target = byId.getOrDefault(redrive.targetId(), null);
        String name = target == null ? redrive.targetId() : target.name();
        return "{\"deadLetterTargetArn\":\""
                + Arn.queue(name)
                + "\",\"maxReceiveCount\":\""
                + redrive.maxReceiveCount()
                + "\"}";
    }
}
