package io.conserje.aws;

import io.conserje.application.Directory;
import io.conserje.application.Unavailable;
import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The directory's table. What it finds it remembers for a minute; what is not there it looks for
 * each time.
 */
public final class DynamoDirectory implements Directory {
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Where every project has a line, so that all can be named; its sort key is the project's. */
    private static final AttributeValue PROJECTS = AttributeValue.fromS("PROJECTS");

    private final AwsClients clients;
    private final String table;
    private final Wire wire;
    private final InstantSource clock;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private record Found(Object value, Instant until) {}

    public DynamoDirectory(AwsClients clients, Env env, Wire wire, InstantSource clock) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("DIRECTORY_TABLE");
        this.wire = wire;
        this.clock = clock;
        variables.check();
    }

    @Override
    public Optional<Account> account(AccountRef ref) {
        return find(key(ref), Account.class);
    }

    @Override
    public Optional<Business> business(ProjectId project) {
        return find(key(project), Business.class);
    }

    @Override
    public List<ProjectId> projects() {
        try {
            return clients
                    .dynamo()
                    .queryPaginator(query ->
                            query.tableName(table)
                                    .keyConditionExpression("pk = :projects")
                                    .expressionAttributeValues(Map.of(":projects", PROJECTS)))
                    .items()
                    .stream()
                    .map(item -> new ProjectId(Items.stringOf(item, "sk")))
                    .toList();
        } catch (SdkException e) {
            throw new Unavailable("the directory", e);
        }
    }

    /** All of them, whose ever they are. Reads the whole table, which is small. */
    public List<Account> accounts() {
        try {
            return clients
                    .dynamo()
                    .scanPaginator(scan ->
                            scan.tableName(table)
                                    .filterExpression("begins_with(pk, :account) AND sk = :head")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":account", AttributeValue.fromS("A#"),
                                                    ":head", AttributeValue.fromS("HEAD"))))
                    .items()
                    .stream()
                    .map(item -> wire.read(Items.stringOf(item, "data"), Account.class))
                    .toList();
        } catch (SdkException e) {
            throw new Unavailable("the directory", e);
        }
    }

    /**
     * Writes a project whole, or replaces it. One that was written before there was a list of
     * projects is in the list once it is written again.
     */
    public void put(Business business) {
        AttributeValue id = AttributeValue.fromS(business.project().value());
        clients.dynamo()
                .putItem(put -> put.tableName(table).item(Map.of("pk", PROJECTS, "sk", id)));
        write(key(business.project()), wire.write(business));
    }

    public void put(Account account) {
        write(key(account.ref()), wire.write(account));
    }

    private static String key(AccountRef ref) {
        return "A#" + ref;
    }

    private static String key(ProjectId project) {
        return "P#" + project;
    }

    private <T> Optional<T> find(String key, Class<T> type) {
        Found known = found.get(key);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Optional.of(type.cast(known.value()));
        }
        Optional<T> value = read(key).map(text -> wire.read(text, type));
        value.ifPresent(it -> found.put(key, new Found(it, clock.instant().plus(FRESH))));
        return value;
    }

    private Optional<String> read(String key) {
        try {
            Map<String, AttributeValue> item =
                    clients.dynamo().getItem(get -> get.tableName(table).key(item(key))).item();
            return Optional.ofNullable(item.get("data")).map(AttributeValue::s);
        } catch (SdkException e) {
            throw new Unavailable("the directory", e);
        }
    }

    private void write(String key, String data) {
        Map<String, AttributeValue> item = new HashMap<>(item(key));
        item.put("data", AttributeValue.fromS(data));
        clients.dynamo().putItem(put -> put.tableName(table).item(item));
        found.remove(key);
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS("HEAD"));
    }
}
