package io.conserje.aws;

import io.conserje.application.audit.Evidence.Parked;
import io.conserje.application.audit.Evidence.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How much is under way, and what lies in the dead-letter queues. Looking hides a dead letter for
 * some seconds, from others who look; nothing else is changed.
 */
public final class StoredQueues {
    private static final List<String> NAMES =
            List.of("INBOUND", "OUTBOUND", "DEFERRED", "RECEIPTS");
    private static final int A_CALL = 10;
    private static final int SECONDS = 20;

    private final AwsClients clients;
    private final Variables variables;

    public StoredQueues(AwsClients clients, Env env) {
        this.clients = clients;
        this.variables = new Variables(env);
        NAMES.forEach(name -> {
            variables.required(name + "_QUEUE_URL");
            variables.required(name + "_DEAD_LETTERS_URL");
        });
        variables.check();
    }

    public Queues read() {
        long underWay =
                NAMES.stream()
                        .mapToLong(name -> depth(variables.required(name + "_QUEUE_URL")))
                        .sum();
        List<Parked> parked = new ArrayList<>();
        for (String name : NAMES) {
            String url = variables.required(name + "_DEAD_LETTERS_URL");
            List<Message> letters = letters(url);
            letters.forEach(letter -> parked.add(parked(name, letter)));
            show(url, letters);
        }
        return new Queues(underWay, parked);
    }

    private long depth(String url) {
        return clients
                .sqs()
                .getQueueAttributes(get ->
                        get.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Of one conversation the first ten; the others show once these are gone. */
    private List<Message> letters(String url) {
        List<Message> all = new ArrayList<>();
        List<Message> some;
        do {
            some =
                    clients.sqs()
                            .receiveMessage(receive ->
                                    receive.queueUrl(url)
                                            .maxNumberOfMessages(A_CALL)
                                            .visibilityTimeout(SECONDS)
                                            .messageAttributeNames("All"))
                            .messages();
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private void show(String url, List<Message> letters) {
        for (int from = 0; from < letters.size(); from += A_CALL) {
            List<Message> some = letters.subList(from, Math.min(from + A_CALL, letters.size()));
            List<ChangeMessageVisibilityBatchRequestEntry> entries =
                    some.stream()
                            .map(letter ->
                                    ChangeMessageVisibilityBatchRequestEntry.builder()
                                            .id(letter.messageId())
                                            .receiptHandle(letter.receiptHandle())
                                            .visibilityTimeout(0)
                                            .build())
                            .toList();
            clients.sqs()
                    .changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries));
        }
    }

    private static Parked parked(String queue, Message letter) {
        String reason =
                Optional.ofNullable(letter.messageAttributes().get("reason"))
                        .map(MessageAttributeValue::stringValue)
                        .orElse("");
        return DeadLetter.of(
                queue.toLowerCase(Locale.ROOT), letter.messageId(), reason, letter.body());
    }
}
