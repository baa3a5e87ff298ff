package io.conserje.aws;

import io.conserje.application.DoesNotFit;
import io.conserje.application.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Puts messages into a queue, as few calls as SQS allows: 10 entries and 256 KiB each. */
final class SqsMessages {
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 250_000;

    private final AwsClients clients;
    private final String url;

    SqsMessages(AwsClients clients, String url) {
        this.clients = clients;
        this.url = url;
    }

    /**
     * @param group and deduplication are empty for a standard queue
     */
    record Entry(String body, String group, String deduplication, Map<String, String> attributes) {
        /** Our JSON may hold any character; at worst each takes three bytes. */
        int bytes() {
            return body.length() * 3 < MAX_BYTES
                    ? body.length() * 3
                    : body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /**
     * Sends in the given order. Between groups the order does not matter; of one group, give one
     * entry only.
     */
    void sendTogether(List<Entry> entries) {
        List<Entry> batch = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries) {
            requireFits(entry);
            if (batch.size() == MAX_ENTRIES || bytes + entry.bytes() > MAX_BYTES) {
                sendBatch(batch);
                batch.clear();
                bytes = 0;
            }
            batch.add(entry);
            bytes += entry.bytes();
        }
        if (!batch.isEmpty()) {
            sendBatch(batch);
        }
    }

    /**
     * Sends one after the other, so that a later one of the same group never overtakes one that
     * failed.
     */
    void sendInOrder(List<Entry> entries) {
        entries.forEach(entry -> {
            requireFits(entry);
            sendBatch(List.of(entry));
        });
    }

    /**
     * @param delay at most 15 minutes; rounded up to a second
     */
    void sendLater(Entry entry, Duration delay) {
        requireFits(entry);
        int seconds = (int) ((delay.toMillis() + 999) / 1000);
        post(List.of(request(entry, "0").toBuilder().delaySeconds(seconds).build()));
    }

    private static void requireFits(Entry entry) {
        if (entry.bytes() > MAX_BYTES) {
            throw new DoesNotFit(
                    "a message of " + entry.bytes() + " bytes does not fit into the queue");
        }
    }

    private void sendBatch(List<Entry> batch) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Entry entry : batch) {
            entries.add(request(entry, Integer.toString(entries.size())));
        }
        post(entries);
    }

    private void post(List<SendMessageBatchRequestEntry> entries) {
        try {
            SendMessageBatchResponse answer =
                    clients.sqs().sendMessageBatch(send -> send.queueUrl(url).entries(entries));
            if (!answer.failed().isEmpty()) {
                throw new Unavailable("queue " + url + ": " + answer.failed().getFirst().message());
            }
        } catch (SdkException e) {
            throw new Unavailable("queue " + url, e);
        }
    }

    private static SendMessageBatchRequestEntry request(Entry entry, String id) {
        SendMessageBatchRequestEntry.Builder request =
                SendMessageBatchRequestEntry.builder().id(id).messageBody(entry.body());
        if (!entry.group().isEmpty()) {
            request.messageGroupId(entry.group()).messageDeduplicationId(entry.deduplication());
        }
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        entry.attributes()
                .forEach((name, value) ->
                        attributes.put(
                                name,
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue(value)
                                        .build()));
        return request.messageAttributes(attributes).build();
    }
}
