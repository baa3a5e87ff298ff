package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/** Each request needs the permissions that its service says. */
class AwsCallTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/";

    @Test
    void one_item_of_a_table() {
        assertEquals(
                List.of(new AwsCall("dynamodb:PutItem", TABLE + "one")),
                AwsCall.of(PutItemRequest.builder().tableName("one").build(), "PutItem"));
    }

    @Test
    void an_index_is_a_resource_of_its_own() {
        assertEquals(
                List.of(new AwsCall("dynamodb:Query", TABLE + "one/index/by-day")),
                AwsCall.of(
                        QueryRequest.builder().tableName("one").indexName("by-day").build(),
                        "Query"));
    }

    @Test
    void every_read_of_a_transaction_needs_what_it_needs_alone() {
        assertEquals(
                List.of(new AwsCall("dynamodb:GetItem", TABLE + "one")),
                AwsCall.of(
                        TransactGetItemsRequest.builder()
                                .transactItems(part -> part.get(get -> get.tableName("one")))
                                .build(),
                        "TransactGetItems"));
    }

    @Test
    void what_names_no_resource_is_not_guessed_at() {
        assertThrows(
                IllegalArgumentException.class,
                () -> AwsCall.of(ListTablesRequest.builder().build(), "ListTables"));
    }

    @Test
    void every_table_of_a_batch() {
        KeysAndAttributes any = KeysAndAttributes.builder().build();

        assertEquals(
                List.of(new AwsCall("dynamodb:BatchGetItem", TABLE + "one")),
                AwsCall.of(
                        BatchGetItemRequest.builder().requestItems(Map.of("one", any)).build(),
                        "BatchGetItem"));
        assertEquals(
                List.of(new AwsCall("dynamodb:BatchWriteItem", TABLE + "one")),
                AwsCall.of(
                        BatchWriteItemRequest.builder()
                                .requestItems(Map.of("one", List.of()))
                                .build(),
                        "BatchWriteItem"));
    }

    @Test
    void every_part_of_a_transaction_needs_its_own() {
        TransactWriteItemsRequest write =
                TransactWriteItemsRequest.builder()
                        .transactItems(
                                part -> part.put(put -> put.tableName("one")),
                                part -> part.update(update -> update.tableName("two")),
                                part -> part.delete(delete -> delete.tableName("three")),
                                part -> part.conditionCheck(check -> check.tableName("four")))
                        .build();

        assertEquals(
                List.of(
                        new AwsCall("dynamodb:PutItem", TABLE + "one"),
                        new AwsCall("dynamodb:UpdateItem", TABLE + "two"),
                        new AwsCall("dynamodb:DeleteItem", TABLE + "three"),
                        new AwsCall("dynamodb:ConditionCheckItem", TABLE + "four")),
                AwsCall.of(write, "TransactWriteItems"));
    }

    @Test
    void a_batch_of_messages_needs_what_one_needs() {
        assertEquals(
                List.of(
                        new AwsCall(
                                "sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:in.fifo")),
                AwsCall.of(
                        SendMessageBatchRequest.builder()
                                .queueUrl("http://127.0.0.1:9324/000000000000/in.fifo")
                                .build(),
                        "SendMessageBatch"));
    }

    @Test
    void a_secret_has_six_letters_more_than_its_name() {
        assertEquals(
                List.of(
                        new AwsCall(
                                "secretsmanager:GetSecretValue",
                                "arn:aws:secretsmanager:us-east-1:000000000000:secret:conserje/dev1-local0")),
                AwsCall.of(
                        GetSecretValueRequest.builder().secretId("conserje/dev1").build(),
                        "GetSecretValue"));
    }

    @Test
    void no_other_service_is_held_against_a_role() {
        assertEquals(List.of(), AwsCall.of(InvokeRequest.builder().build(), "Invoke"));
    }
}
