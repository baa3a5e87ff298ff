package io.conserje.aws;

import io.conserje.application.audit.Evidence.Queues;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How much is under way, and what lies in the dead-letter queues. */
public final class StoredQueues {
    private final AwsClients clients;
    private final DeadLetters deadLetters;
    private final List<String> urls;

    public StoredQueues(AwsClients clients, Env env) {
        this.clients = clients;
        this.deadLetters = new DeadLetters(clients, env);
        Variables variables = new Variables(env);
        this.urls =
                WayQueues.of(env).stream()
                        .map(queue -> variables.required(queue + "_QUEUE_URL"))
                        .toList();
        variables.check();
    }

    public Queues read() {
        long underWay = urls.stream().mapToLong(this::depth).sum();
        return new Queues(
                underWay, deadLetters.look().stream().map(DeadLetters.Letter::about).toList());
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
}
