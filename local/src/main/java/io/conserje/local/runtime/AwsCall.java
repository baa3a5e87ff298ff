package io.conserje.local.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * What a request needs a permission for
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 *
 * @param action {@code service:Operation}
 * @param resource its ARN, or {@code *} where it is on none
 */
record AwsCall(String action, String resource) {

    /**
     * @param operation as the service calls it
     * @return none for what is no table, queue or secret
     * @throws IllegalArgumentException when it is not known what the operation needs
     */
    static List<AwsCall> of(SdkRequest request, String operation) {
        return switch (request) {
            case TransactWriteItemsRequest write ->
                    write.transactItems().stream().flatMap(AwsCall::each).toList();
            case TransactGetItemsRequest get ->
                    get.transactItems().stream()
                            .map(part -> onTable("GetItem", part.get().tableName()))
                            .toList();
            case BatchGetItemRequest get -> onEach(operation, get.requestItems().keySet());
            case BatchWriteItemRequest write -> onEach(operation, write.requestItems().keySet());
            case DynamoDbRequest table ->
                    List.of(onTable(operation, text(table, "TableName", operation) + index(table)));
            // There are no permissions for batches apart.
            case SqsRequest queue ->
                    List.of(
                            new AwsCall(
                                    "sqs:" + operation.replaceFirst("Batch$", ""),
                                    Arn.queue(lastPart(text(queue, "QueueUrl", operation)))));
            case SecretsManagerRequest secret ->
                    List.of(
                            new AwsCall(
                                    "secretsmanager:" + operation,
                                    Arn.secret(text(secret, "SecretId", operation))));
            default -> List.of();
        };
    }

    /** A transaction has no permission of its own: each of its parts needs one. */
    private static Stream<AwsCall> each(TransactWriteItem part) {
        return Stream.of(
                        part.put() == null ? null : onTable("PutItem", part.put().tableName()),
                        part.update() == null
                                ? null
                                : onTable("UpdateItem", part.update().tableName()),
                        part.delete() == null
                                ? null
                                : onTable("DeleteItem", part.delete().tableName()),
                        part.conditionCheck() == null
                                ? null
                                : onTable("ConditionCheckItem", part.conditionCheck().tableName()))
                .flatMap(Stream::ofNullable);
    }

    private static AwsCall onTable(String operation, String table) {
        return new AwsCall("dynamodb:" + operation, Arn.table(table));
    }

    private static List<AwsCall> onEach(String operation, Set<String> tables) {
        return tables.stream().map(table -> onTable(operation, table)).toList();
    }

    private static String index(DynamoDbRequest request) {
        return request.getValueForField("IndexName", String.class)
                .map(name -> "/index/" + name)
                .orElse("");
    }

    private static String text(SdkRequest request, String field, String operation) {
        return request.getValueForField(field, String.class)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "which permission " + operation + " needs is not known here"));
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
