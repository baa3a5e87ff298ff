package io.conserje.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Asks every table and queue of the way whether it answers. */
public final class HealthChecks {
    private static final List<String> TABLES =
            List.of("CONVERSATIONS", "BOOKINGS", "DIRECTORY", "COORDINATION");

    private static final QueueAttributeName WAITING =
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    private static final QueueAttributeName BEING_DONE =
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

    private final AwsClients clients;
    private final Map<String, String> names = new TreeMap<>();
    private final List<String> queues;
    private final StageSessions sessions;

    HealthChecks(AwsClients clients, Env env, StageSessions sessions) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.sessions = sessions;
        TABLES.forEach(table -> names.put(table, variables.required(table + "_TABLE")));
        queues = WayQueues.of(env);
        for (String queue : queues) {
            names.put(queue, variables.required(queue + "_QUEUE_URL"));
            names.put(queue + "/dead", variables.required(queue + "_DEAD_LETTERS_URL"));
        }
        variables.check();
    }

    /**
     * How many WhatsApp Web sessions are not open.
     *
     * @throws io.conserje.application.Unavailable when their table does not answer
     */
    public long sessionsDown(Instant now) {
        return sessions.get().stream()
                .flatMap(all -> all.all().values().stream())
                .filter(state -> !state.isWell(now))
                .count();
    }

    /**
     * One part of the way.
     *
     * @param waiting messages in the queue or taken out and not done yet, about
     * @param dead messages in its dead-letter queue, about; somebody should look at them
     */
    public record Part(String name, boolean answers, long waiting, long dead) {}

    public List<Part> run() {
        return Stream.concat(TABLES.stream().map(this::table), queues.stream().map(this::queue))
                .toList();
    }

    private Part table(String name) {
        try {
            clients.dynamo()
                    .getItem(get ->
                            get.tableName(names.get(name))
                                    .key(
                                            Map.of(
                                                    "pk",
                                                    AttributeValue.fromS("HEALTH"),
                                                    "sk",
                                                    AttributeValue.fromS("HEALTH"))));
            return new Part(WayQueues.shown(name), true, 0, 0);
        } catch (SdkException e) {
            return new Part(WayQueues.shown(name), false, 0, 0);
        }
    }

    private Part queue(String name) {
        try {
            return new Part(WayQueues.shown(name), true, depth(name), depth(name + "/dead"));
        } catch (SdkException e) {
            return new Part(WayQueues.shown(name), false, 0, 0);
        }
    }

    private long depth(String name) {
        return clients
                .sqs()
                .getQueueAttributes(
                        get -> get.queueUrl(names.get(name)).attributeNames(WAITING, BEING_DONE))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
