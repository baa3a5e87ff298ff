package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Conversations.Status;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Names the messages of a project that a person should look at. An entry is written before the
 * message's own status, so that none is missing; whether it is still true, the message tells.
 */
final class TroubleItems {
    private static final Set<Status> TROUBLES = EnumSet.of(Status.FAILED, Status.PARKED);
    private static final Duration KEPT = Duration.ofDays(30);

    private final AwsClients clients;
    private final String table;

    TroubleItems(AwsClients clients, String table) {
        this.clients = clients;
        this.table = table;
    }

    boolean is(Status status) {
        return TROUBLES.contains(status);
    }

    void add(ProjectId project, OutboundId message, Instant at) {
        Map<String, AttributeValue> item =
                Map.of(
                        "pk", partition(project),
                        "sk", text(at + "#" + message),
                        "message", text(message.toString()),
                        "expiresAt", number(at.plus(KEPT).getEpochSecond()));
        clients.dynamo().putItem(put -> put.tableName(table).item(item));
    }

    /** The latest first; each once. Read as far as it is asked for. */
    Stream<OutboundId> latest(ProjectId project) {
        return clients
                .dynamo()
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :project")
                                .expressionAttributeValues(Map.of(":project", partition(project)))
                                .scanIndexForward(false))
                .items()
                .stream()
                .map(item -> OutboundId.parse(Items.stringOf(item, "message")))
                .distinct();
    }

    private static AttributeValue partition(ProjectId project) {
        return text("P#" + project + "#TROUBLE");
    }
}
