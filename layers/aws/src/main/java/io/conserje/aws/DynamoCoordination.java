package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Coordination;
import io.conserje.application.Unavailable;
import io.conserje.engine.send.Gate;
import io.conserje.engine.send.Initiative;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Capabilities;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Paces and circuit breakers in the table {@code Coordination}: an item for each account and one
 * for each contact, moved by single conditional writes.
 */
public final class DynamoCoordination implements Coordination {
    private static final AttributeValue OUTAGES = text("OUTAGES");

    /** An account that nobody writes to stays listed for so long after its last failure. */
    private static final Duration TOLD = Duration.ofDays(1);

    private final AwsClients clients;
    private final String table;
    private final PaceItems paces;
    private final BreakerItems breakers;

    public DynamoCoordination(AwsClients clients, Env env) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("COORDINATION_TABLE");
        this.paces = new PaceItems(clients, table);
        this.breakers = new BreakerItems(clients, table);
        variables.check();
    }

    @Override
    public Admission admit(
            Account account,
            ConversationId to,
            Capabilities can,
            Initiative initiative,
            Instant now) {
        return asking(() -> pass(account, to, Gate.of(can, initiative), now));
    }

    private Admission pass(Account account, ConversationId to, List<Gate> gates, Instant now) {
        boolean ailing = false;
        for (Gate gate : gates) {
            switch (paces.take(key(account, to, gate.scope()), gate.pace(), gate.hold(), now)) {
                case Held held -> {
                    giveBack(account, to, gates.subList(0, gates.indexOf(gate)), ailing, now);
                    return held;
                }
                case Admitted admitted -> ailing |= admitted.ailing();
            }
        }
        return new Admitted(ailing);
    }

    /** Whoever dies before this has used up places that nobody took, which harms nobody. */
    private void giveBack(
            Account account, ConversationId to, List<Gate> taken, boolean ailing, Instant now) {
        if (ailing) {
            breakers.giveBack(key(account), now);
        }
        taken.forEach(gate -> paces.giveBack(key(account, to, gate.scope()), gate.pace()));
    }

    @Override
    public void works(Account account) {
        asking(() -> {
            breakers.close(key(account));
            return clients.dynamo()
                    .deleteItem(delete -> delete.tableName(table).key(outage(account)));
        });
    }

    @Override
    public void fails(Account account, String reason, Instant now) {
        asking(() -> {
            breakers.failed(key(account), now)
                    .ifPresent(open -> {
                        Map<String, AttributeValue> item = new HashMap<>(outage(account));
                        item.put("project", text(account.project().value()));
                        item.put("channel", text(account.ref().channel()));
                        item.put("account", text(account.ref().account()));
                        item.put("since", text(open.since().toString()));
                        item.put("until", text(open.until().toString()));
                        item.put("reason", text(reason));
                        item.put("expiresAt", number(open.until().plus(TOLD).getEpochSecond()));
                        clients.dynamo().putItem(put -> put.tableName(table).item(item));
                    });
            return reason;
        });
    }

    @Override
    public void holdAccount(Account account, Instant until) {
        asking(() -> paces.throttle(key(account), until));
    }

    @Override
    public void holdContact(Account account, ConversationId to, Instant until) {
        asking(() -> paces.throttle(key(account, to), until));
    }

    @Override
    public List<Outage> outages() {
        return asking(() ->
                clients
                        .dynamo()
                        .query(query ->
                                query.tableName(table)
                                        .keyConditionExpression("pk = :outages")
                                        .expressionAttributeValues(Map.of(":outages", OUTAGES)))
                        .items()
                        .stream()
                        .map(DynamoCoordination::outage)
                        .toList());
    }

    private static Outage outage(Map<String, AttributeValue> item) {
        return new Outage(
                new ProjectId(Items.stringOf(item, "project")),
                new AccountRef(Items.stringOf(item, "channel"), Items.stringOf(item, "account")),
                Instant.parse(Items.stringOf(item, "since")),
                Instant.parse(Items.stringOf(item, "until")),
                Items.stringOf(item, "reason"));
    }

    private static Map<String, AttributeValue> outage(Account account) {
        return Map.of("pk", OUTAGES, "sk", text(account.project() + "#" + account.ref()));
    }

    private static Map<String, AttributeValue> key(Account account) {
        return ofAccount(account, "PACE");
    }

    private static Map<String, AttributeValue> key(
            Account account, ConversationId to, Gate.Scope scope) {
        return switch (scope) {
            case ACCOUNT -> key(account);
            case CONTACT -> key(account, to);
            case DAY, UNASKED, FIRSTS -> ofAccount(account, "PACE#" + scope);
        };
    }

    private static Map<String, AttributeValue> ofAccount(Account account, String sort) {
        return Map.of(
                "pk", text("P#" + account.project() + "#A#" + account.ref()), "sk", text(sort));
    }

    private static Map<String, AttributeValue> key(Account account, ConversationId to) {
        return Map.of("pk", text("P#" + account.project() + "#C#" + to), "sk", text("PACE"));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new Unavailable("the coordination", e);
        }
    }
}
