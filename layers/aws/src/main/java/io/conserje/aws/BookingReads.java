package io.conserje.aws;

import static io.conserje.aws.Items.text;

import io.conserje.application.Unavailable;
import io.conserje.engine.booking.DaySheet;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads the bookings' table. Every read is consistent: what was written before is seen. */
final class BookingReads {
    /**
     * As many keys as one call takes.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
     */
    private static final int BATCH = 100;

    private static final int ATTEMPTS = 5;

    private final AwsClients clients;
    private final String table;
    private final Wire wire;

    BookingReads(AwsClients clients, String table, Wire wire) {
        this.clients = clients;
        this.table = table;
        this.wire = wire;
    }

    <T> Optional<T> one(Map<String, AttributeValue> key, Class<T> type) {
        Map<String, AttributeValue> item =
                clients.dynamo()
                        .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(value(item, type));
    }

    Map<DaySheet.Key, DaySheet> sheets(ProjectId project, Collection<DaySheet.Key> keys) {
        Map<DaySheet.Key, DaySheet> sheets = new LinkedHashMap<>();
        keys.forEach(key -> sheets.put(key, DaySheet.empty(key)));
        List<Map<String, AttributeValue>> all =
                sheets.keySet().stream().map(key -> BookingKeys.sheet(project, key)).toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            batch(all.subList(from, Math.min(from + BATCH, all.size())))
                    .map(item -> value(item, DaySheet.class))
                    .forEach(sheet -> sheets.put(sheet.key(), sheet));
        }
        return sheets;
    }

    /** A call gives up to 16 MB, and less when the table is busy; it tells what it left out. */
    private Stream<Map<String, AttributeValue>> batch(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        Map<String, KeysAndAttributes> wanted =
                Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int attempt = 0; attempt < ATTEMPTS && !wanted.isEmpty(); attempt++) {
            Map<String, KeysAndAttributes> now = wanted;
            BatchGetItemResponse answer =
                    clients.dynamo().batchGetItem(get -> get.requestItems(now));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            wanted = answer.unprocessedKeys();
        }
        if (!wanted.isEmpty()) {
            throw new Unavailable("the bookings: the table is too busy to give all the days");
        }
        return found.stream();
    }

    /** All of a partition whose sort key begins so, in its order. */
    <T> List<T> all(String partition, String prefix, Class<T> type) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":pk", text(partition));
        if (!prefix.isEmpty()) {
            values.put(":prefix", text(prefix));
        }
        String keys = prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)";
        return query(keys, values).map(item -> value(item, type)).toList();
    }

    /** The first of a partition whose sort key is before that. */
    <T> List<T> before(String partition, String bound, int most, Class<T> type) {
        Map<String, AttributeValue> values = Map.of(":pk", text(partition), ":bound", text(bound));
        return query("pk = :pk AND sk < :bound", values)
                .limit(most)
                .map(item -> value(item, type))
                .toList();
    }

    /** Page by page, as far as it is asked for. */
    private Stream<Map<String, AttributeValue>> query(
            String keys, Map<String, AttributeValue> values) {
        return clients
                .dynamo()
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression(keys)
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream();
    }

    private <T> T value(Map<String, AttributeValue> item, Class<T> type) {
        return wire.read(Items.stringOf(item, "data"), type);
    }
}
