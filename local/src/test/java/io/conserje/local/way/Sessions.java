package io.conserje.local.way;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stored sessions of all conversations, which can be made unreadable for a while. */
final class Sessions {
    private final AwsClients clients;
    private final String table;

    Sessions(AwsClients clients, Env env) {
        this.clients = clients;
        this.table = env.get("CONVERSATIONS_TABLE").orElseThrow();
    }

    /**
     * As if a later release had written them, before it was taken back.
     *
     * @return as they were
     */
    List<Map<String, AttributeValue>> spoil() {
        List<Map<String, AttributeValue>> states =
                clients.dynamo().scan(scan -> scan.tableName(table)).items().stream()
                        .filter(item -> item.containsKey("session"))
                        .toList();
        states.forEach(state -> session(state, AttributeValue.fromS("{\"v\":99}")));
        return states;
    }

    void mend(List<Map<String, AttributeValue>> states) {
        states.forEach(state -> session(state, Objects.requireNonNull(state.get("session"))));
    }

    private void session(Map<String, AttributeValue> state, AttributeValue session) {
        Map<String, AttributeValue> key =
                Map.of(
                        "pk", Objects.requireNonNull(state.get("pk")),
                        "sk", Objects.requireNonNull(state.get("sk")));
        clients.dynamo()
                .updateItem(update ->
                        update.tableName(table)
                                .key(key)
                                .updateExpression("SET #s = :s")
                                .expressionAttributeNames(Map.of("#s", "session"))
                                .expressionAttributeValues(Map.of(":s", session)));
    }
}
