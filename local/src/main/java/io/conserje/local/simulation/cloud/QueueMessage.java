package io.conserje.local.simulation.cloud;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * One message in a queue.
 *
 * @param group empty in a standard queue, as is {@code deduplication}
 * @param visibleAt from when it may be handed out
 * @param taken how often it was
 * @param handle of the last time; empty when it was never handed out
 */
public record QueueMessage(
        String id,
        String body,
        String group,
        String deduplication,
        Map<String, MessageAttributeValue> attributes,
        Instant visibleAt,
        int taken,
        String handle) {

    public QueueMessage grouped(String other) {
        return new QueueMessage(
                id, body, other, deduplication, attributes, visibleAt, taken, handle);
    }

    public QueueMessage deduplicatedBy(String other) {
        return new QueueMessage(id, body, group, other, attributes, visibleAt, taken, handle);
    }

    QueueMessage visibleAt(Instant moment) {
        return new QueueMessage(id, body, group, deduplication, attributes, moment, taken, handle);
    }

    QueueMessage takenUntil(Instant moment, String newHandle) {
        return new QueueMessage(
                id, body, group, deduplication, attributes, moment, taken + 1, newHandle);
    }
}
