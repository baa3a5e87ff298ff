package io.conserje.local.simulation.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One write of one item, however it was asked for.
 *
 * @param change what it makes of the item; empty when it deletes it
 */
record ItemWrite(
        String table,
        Map<String, AttributeValue> key,
        @Nullable String condition,
        Map<String, String> names,
        Map<String, AttributeValue> values,
        Function<Item, Optional<Map<String, AttributeValue>>> change) {

    static ItemWrite of(PutItemRequest put) {
        return put(
                put.tableName(),
                put.item(),
                put.conditionExpression(),
                put.expressionAttributeNames(),
                put.expressionAttributeValues());
    }

    static ItemWrite of(Put put) {
        return put(
                put.tableName(),
                put.item(),
                put.conditionExpression(),
                put.expressionAttributeNames(),
                put.expressionAttributeValues());
    }

    private static ItemWrite put(
            String table,
            Map<String, AttributeValue> item,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return new ItemWrite(table, item, condition, names, values, it -> Optional.of(item));
    }

    static ItemWrite of(UpdateItemRequest update) {
        return update(
                update.tableName(),
                update.key(),
                update.updateExpression(),
                update.conditionExpression(),
                update.expressionAttributeNames(),
                update.expressionAttributeValues());
    }

    static ItemWrite of(Update update) {
        return update(
                update.tableName(),
                update.key(),
                update.updateExpression(),
                update.conditionExpression(),
                update.expressionAttributeNames(),
                update.expressionAttributeValues());
    }

    private static ItemWrite update(
            String table,
            Map<String, AttributeValue> key,
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return new ItemWrite(
                table,
                key,
                condition,
                names,
                values,
                item -> {
                    Map<String, AttributeValue> after = Updating.of(expression).on(item);
                    after.putAll(key);
                    return Optional.of(after);
                });
    }

    static ItemWrite of(DeleteItemRequest delete) {
        return new ItemWrite(
                delete.tableName(),
                delete.key(),
                delete.conditionExpression(),
                delete.expressionAttributeNames(),
                delete.expressionAttributeValues(),
                item -> Optional.empty());
    }

    static ItemWrite of(Delete delete) {
        return new ItemWrite(
                delete.tableName(),
                delete.key(),
                delete.conditionExpression(),
                delete.expressionAttributeNames(),
                delete.expressionAttributeValues(),
                item -> Optional.empty());
    }

    boolean holds(Map<String, AttributeValue> before) {
        return condition == null || Condition.of(condition).holds(item(before));
    }

    Optional<Map<String, AttributeValue>> after(Map<String, AttributeValue> before) {
        return change.apply(item(before));
    }

    private Item item(Map<String, AttributeValue> before) {
        return new Item(before, names, values);
    }
}
