package io.conserje.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One conditional change of one item. Every attribute is written as {@code #name} in expressions,
 * so that none of them can be a word that DynamoDB reserves.
 */
final class ItemUpdate {
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    private final String table;
    private final Map<String, AttributeValue> key;
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private String condition = "";

    ItemUpdate(String table, Map<String, AttributeValue> key) {
        this.table = table;
        this.key = key;
    }

    /** How it went. */
    sealed interface Written {}

    record Changed(Map<String, AttributeValue> item) implements Written {}

    /** The item is there, and the condition does not hold. */
    record Refused(Map<String, AttributeValue> item) implements Written {}

    record Gone() implements Written {}

    ItemUpdate set(String name, AttributeValue value) {
        return set(name, ":" + name).with(name, value);
    }

    /** Sets an attribute to what an expression of others and of values makes. */
    ItemUpdate set(String name, String expression) {
        sets.add("#" + name + " = " + expression);
        return this;
    }

    ItemUpdate remove(String... names) {
        for (String name : names) {
            removes.add("#" + name);
        }
        return this;
    }

    ItemUpdate when(String holds) {
        condition = holds;
        return this;
    }

    /** A value that an expression calls {@code :name}. */
    ItemUpdate with(String name, AttributeValue value) {
        values.put(":" + name, value);
        return this;
    }

    private String expression() {
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        String remove = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
        return (set + remove).strip();
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Matcher found = NAME.matcher(expression() + " " + condition);
        while (found.find()) {
            names.put(found.group(), found.group(1));
        }
        return names;
    }

    /** The item as it is after a change, or as it was when the condition did not hold. */
    Written run(AwsClients clients) {
        try {
            return new Changed(
                    clients.dynamo()
                            .updateItem(update -> {
                                update.tableName(table)
                                        .key(key)
                                        .updateExpression(expression())
                                        .expressionAttributeNames(names())
                                        .returnValues("ALL_NEW")
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
                                if (!values.isEmpty()) {
                                    update.expressionAttributeValues(values);
                                }
                                if (!condition.isEmpty()) {
                                    update.conditionExpression(condition);
                                }
                            })
                            .attributes());
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && !e.item().isEmpty() ? new Refused(e.item()) : new Gone();
        }
    }

    /** The same change as part of a transaction. */
    TransactWriteItem inTransaction() {
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(key)
                                .updateExpression(expression())
                                .expressionAttributeNames(names())
                                .expressionAttributeValues(values)
                                .conditionExpression(condition)
                                .build())
                .build();
    }
}
