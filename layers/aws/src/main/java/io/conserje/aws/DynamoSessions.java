package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Unavailable;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.Shown;
import io.conserje.application.session.Sessions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code sessions} of {@code whatsapp-session/CONTRACT.md}. */
public final class DynamoSessions implements Sessions {
    private static final String KEY = "S#";

    private final AwsClients clients;
    private final String table;

    public DynamoSessions(AwsClients clients, Env env) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("SESSIONS_TABLE");
        variables.check();
    }

    @Override
    public Optional<SessionState> state(String session) {
        Map<String, AttributeValue> item =
                asking(() ->
                        clients.dynamo()
                                .getItem(get ->
                                        get.tableName(table)
                                                .key(key(session, "STATE"))
                                                .consistentRead(true))
                                .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(state(item));
    }

    @Override
    public Map<String, SessionState> all() {
        Map<String, SessionState> all = new TreeMap<>();
        asking(() ->
                        clients
                                .dynamo()
                                .scanPaginator(scan ->
                                        scan.tableName(table)
                                                .filterExpression("sk = :state")
                                                .expressionAttributeValues(
                                                        Map.of(":state", text("STATE"))))
                                .items()
                                .stream()
                                .toList())
                .forEach(item ->
                        all.put(Items.stringOf(item, "pk").substring(KEY.length()), state(item)));
        return all;
    }

    @Override
    public void wish(String session, Wish wish, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(key(session, "WISH"));
        item.put("v", number(1));
        item.put("id", text(wish.id()));
        item.put("wish", text(wish.kind().word()));
        item.put("atMillis", number(now.toEpochMilli()));
        wish.phone().ifPresent(phone -> item.put("phone", text(phone)));
        asking(() -> clients.dynamo().putItem(put -> put.tableName(table).item(item)));
    }

    private static Map<String, AttributeValue> key(String session, String sort) {
        return Map.of("pk", text(KEY + session), "sk", text(sort));
    }

    private static SessionState state(Map<String, AttributeValue> item) {
        return new SessionState(
                SessionState.State.of(word(item, "state").orElse("")),
                moment(item, "sinceMillis").orElse(Instant.EPOCH),
                moment(item, "seenMillis").orElse(Instant.EPOCH),
                count(item, "fence"),
                Optional.ofNullable(item.get("me")).flatMap(me -> word(me.m(), "pn")),
                shown(item, "qr"),
                shown(item, "code"),
                word(item, "lastError"),
                moment(item, "restrictedUntilMillis"),
                word(item, "wish"),
                counts(item));
    }

    private static Optional<Shown> shown(Map<String, AttributeValue> item, String name) {
        return word(item, name)
                .flatMap(shown ->
                        moment(item, name + "ExpiresMillis").map(until -> new Shown(shown, until)));
    }

    private static Optional<String> word(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::s)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Instant> moment(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private static long count(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Map<String, Long> counts(Map<String, AttributeValue> item) {
        Map<String, Long> counts = new HashMap<>();
        AttributeValue all = item.get("counts");
        if (all != null) {
            all.m().keySet().forEach(name -> counts.put(name, count(all.m(), name)));
        }
        return counts;
    }

    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new Unavailable("the sessions' table", e);
        }
    }
}
