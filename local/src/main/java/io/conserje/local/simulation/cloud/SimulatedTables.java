package io.conserje.local.simulation.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB in memory. Everything is read consistently, and every write is one moment. */
public final class SimulatedTables implements DynamoDbClient {
    private final SimulatedItems items;
    private final Line line;
    private final Flaw flaw;

    public SimulatedTables(SimulatedItems items, Line line, Flaw flaw) {
        this.items = items;
        this.line = line;
        this.flaw = flaw;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        return line.call(
                "get " + sort(get.key()),
                false,
                () -> {
                    Optional<Map<String, AttributeValue>> item =
                            items.find(get.tableName(), get.key());
                    return item.map(found -> GetItemResponse.builder().item(found).build())
                            .orElseGet(() -> GetItemResponse.builder().build());
                });
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest get) {
        return line.call(
                "get several",
                false,
                () ->
                        BatchGetItemResponse.builder()
                                .responses(
                                        get.requestItems().entrySet().stream()
                                                .collect(
                                                        java.util.stream.Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                wanted ->
                                                                        found(
                                                                                wanted.getKey(),
                                                                                wanted.getValue()
                                                                                        .keys()))))
                                .unprocessedKeys(Map.of())
                                .build());
    }

    private List<Map<String, AttributeValue>> found(
            String table, List<Map<String, AttributeValue>> keys) {
        return keys.stream().flatMap(key -> items.find(table, key).stream()).toList();
    }

    @Override
    public QueryResponse query(QueryRequest query) {
        return line.call(
                "query",
                false,
                () -> {
                    List<Map<String, AttributeValue>> found =
                            items.query(
                                    query.tableName(),
                                    query.keyConditionExpression(),
                                    query.expressionAttributeNames(),
                                    query.expressionAttributeValues());
                    boolean backwards = Boolean.FALSE.equals(query.scanIndexForward());
                    List<Map<String, AttributeValue>> ordered =
                            backwards ? found.reversed() : found;
                    return QueryResponse.builder()
                            .items(
                                    query.limit() == null
                                            ? ordered
                                            : ordered.stream().limit(query.limit()).toList())
                            .build();
                });
    }

    @Override
    public ScanResponse scan(ScanRequest scan) {
        return line.call(
                "scan",
                false,
                () -> ScanResponse.builder().items(items.all(scan.tableName())).build());
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        return line.call(
                "put " + sort(put.item()),
                false,
                () -> {
                    write(ItemWrite.of(put));
                    return PutItemResponse.builder().build();
                });
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest delete) {
        return line.call(
                "delete " + sort(delete.key()),
                false,
                () -> {
                    write(ItemWrite.of(delete));
                    return DeleteItemResponse.builder().build();
                });
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        return line.call(
                "update " + sort(update.key()),
                false,
                () -> {
                    ItemWrite write = ItemWrite.of(update);
                    write(write);
                    return UpdateItemResponse.builder()
                            .attributes(items.find(write.table(), write.key()).orElse(Map.of()))
                            .build();
                });
    }

    private void write(ItemWrite write) {
        Map<String, AttributeValue> before = items.find(write).orElse(Map.of());
        if (!holds(write, before)) {
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .item(before)
                    .build();
        }
        apply(write, before);
    }

    /** All of it or nothing; the SDK names each, so that a repetition has no effect of its own. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<ItemWrite> writes =
                request.transactItems().stream().map(SimulatedTables::write).toList();
        return line.call(
                "transact " + writes.size(),
                true,
                () -> {
                    flaw.before(writes.stream().map(write -> after(write)).toList());
                    transact(writes);
                    return TransactWriteItemsResponse.builder().build();
                });
    }

    private static ItemWrite write(TransactWriteItem one) {
        if (one.put() != null) {
            return ItemWrite.of(one.put());
        } else if (one.update() != null) {
            return ItemWrite.of(one.update());
        } else if (one.delete() != null) {
            return ItemWrite.of(one.delete());
        }
        throw new IllegalArgumentException("a transaction of " + one);
    }

    private Map<String, AttributeValue> after(ItemWrite write) {
        return write.after(items.find(write).orElse(Map.of())).orElse(Map.of());
    }

    private void transact(List<ItemWrite> writes) {
        List<CancellationReason> reasons = new ArrayList<>();
        boolean holds = true;
        for (ItemWrite write : writes) {
            boolean one = holds(write, items.find(write).orElse(Map.of()));
            holds &= one;
            reasons.add(
                    CancellationReason.builder()
                            .code(one ? "None" : "ConditionalCheckFailed")
                            .build());
        }
        if (!holds) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .cancellationReasons(reasons)
                    .build();
        }
        writes.forEach(write -> apply(write, items.find(write).orElse(Map.of())));
    }

    private boolean holds(ItemWrite write, Map<String, AttributeValue> before) {
        return flaw.ignoresCondition(write.table(), write.key()) || write.holds(before);
    }

    private void apply(ItemWrite write, Map<String, AttributeValue> before) {
        write.after(before)
                .ifPresentOrElse(
                        after -> items.put(write.table(), flaw.kept(write.table(), after)),
                        () -> items.remove(write.table(), write.key()));
    }

    private static String sort(Map<String, AttributeValue> item) {
        return SimulatedItems.part(item, "pk") + " " + SimulatedItems.part(item, "sk");
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
