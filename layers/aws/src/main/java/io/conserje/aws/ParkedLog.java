package io.conserje.aws;

import io.conserje.application.audit.Evidence.Parked;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What people did about what was parked, and why, with what it was, for a month. It stands in the
 * conversations' table, each project's apart.
 */
public final class ParkedLog {
    static final String PARTITION = "HANDLED";

    private static final Duration KEPT = Duration.ofDays(30);

    private final AwsClients clients;
    private final String table;

    public ParkedLog(AwsClients clients, Env env) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("CONVERSATIONS_TABLE");
        variables.check();
    }

    public enum Deed {
        REPLAYED,
        DISCARDED
    }

    /**
     * @param what as it was parked
     * @param body of the queue message
     * @param why in the words of who did it; empty when it was replayed
     */
    public record Handled(Deed deed, Parked what, String body, String why, String by, Instant at) {}

    public void add(Handled one) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", partition(one.what().project()));
        item.put("sk", Items.text(one.at() + "#" + one.what().id()));
        item.put("deed", Items.text(one.deed().name()));
        item.put("queue", Items.text(one.what().queue()));
        item.put("id", Items.text(one.what().id()));
        item.put("reason", Items.text(one.what().reason()));
        item.put("body", Items.text(one.body()));
        item.put("why", Items.text(one.why()));
        item.put("by", Items.text(one.by()));
        item.put("at", Items.text(one.at().toString()));
        item.put("expiresAt", Items.number(one.at().plus(KEPT).getEpochSecond()));
        clients.dynamo().putItem(put -> put.tableName(table).item(item));
    }

    /**
     * The latest first.
     *
     * @param project empty for what nobody could tell the project of
     */
    public List<Handled> latest(Optional<ProjectId> project, int most) {
        return clients
                .dynamo()
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :partition")
                                .expressionAttributeValues(Map.of(":partition", partition(project)))
                                .scanIndexForward(false))
                .items()
                .stream()
                .limit(most)
                .map(ParkedLog::of)
                .toList();
    }

    static Handled of(Map<String, AttributeValue> item) {
        String body = Items.stringOf(item, "body");
        return new Handled(
                Deed.valueOf(Items.stringOf(item, "deed")),
                DeadLetter.of(
                        Items.stringOf(item, "queue"),
                        Items.stringOf(item, "id"),
                        Items.stringOf(item, "reason"),
                        body),
                body,
                Items.stringOf(item, "why"),
                Items.stringOf(item, "by"),
                Instant.parse(Items.stringOf(item, "at")));
    }

    private static AttributeValue partition(Optional<ProjectId> project) {
        return Items.text(project.map(id -> "P#" + id + "#" + PARTITION).orElse(PARTITION));
    }
}
