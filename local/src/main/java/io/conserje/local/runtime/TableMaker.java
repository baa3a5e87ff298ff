package io.conserje.local.runtime;

import io.conserje.local.template.Table;
import io.conserje.local.template.Table.Index;
import io.conserje.local.template.Table.Key;
import io.conserje.local.template.TemplateError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Makes the template's tables where they are missing, and refuses to run on tables of another
 * shape.
 */
record TableMaker(DynamoDbClient dynamodb) {

    void make(List<Table> tables) {
        tables.forEach(this::make);
    }

    private void make(Table table) {
        try {
            TableDescription is = dynamodb.describeTable(r -> r.tableName(table.name())).table();
            refuseOtherShape(table, is);
        } catch (ResourceNotFoundException missing) {
            dynamodb.createTable(request(table));
        }
        table.ttlAttribute().ifPresent(attribute -> expire(table, attribute));
    }

    private static void refuseOtherShape(Table table, TableDescription is) {
        String wanted = shape(keys(table.keys()), table.indexes().stream().map(Index::name));
        String found = shape(is.keySchema(), indexNames(is));
        if (!wanted.equals(found)) {
            throw new TemplateError(
                    "Table "
                            + table.name()
                            + " already holds data with "
                            + found
                            + ", the template wants "
                            + wanted
                            + ". Delete the local data or give the table another name");
        }
    }

    private static String shape(List<KeySchemaElement> keys, Stream<String> indexes) {
        String names =
                keys.stream()
                        .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                        .collect(Collectors.joining(", "));
        List<String> sorted = indexes.sorted().toList();
        return "keys (" + names + ")" + (sorted.isEmpty() ? "" : " and indexes " + sorted);
    }

    private static Stream<String> indexNames(TableDescription is) {
        return Stream.concat(
                is.globalSecondaryIndexes().stream()
                        .map(GlobalSecondaryIndexDescription::indexName),
                is.localSecondaryIndexes().stream().map(LocalSecondaryIndexDescription::indexName));
    }

    private static CreateTableRequest request(Table table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes(table))
                        .keySchema(keys(table.keys()));
        List<GlobalSecondaryIndex> global =
                table.indexes().stream().filter(Index::global).map(TableMaker::global).toList();
        List<LocalSecondaryIndex> local =
                table.indexes().stream().filter(i -> !i.global()).map(TableMaker::local).toList();
        if (!global.isEmpty()) {
            request.globalSecondaryIndexes(global);
        }
        if (!local.isEmpty()) {
            request.localSecondaryIndexes(local);
        }
        table.streamView()
                .ifPresent(view ->
                        request.streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(view)));
        return request.build();
    }

    private static List<AttributeDefinition> attributes(Table table) {
        return table.attributes().entrySet().stream()
                .map(is ->
                        AttributeDefinition.builder()
                                .attributeName(is.getKey())
                                .attributeType(is.getValue())
                                .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(List<Key> keys) {
        return keys.stream()
                .map(key ->
                        KeySchemaElement.builder()
                                .attributeName(key.attribute())
                                .keyType(key.type())
                                .build())
                .toList();
    }

    private static GlobalSecondaryIndex global(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(projection(index))
                .build();
    }

    private static LocalSecondaryIndex local(Index index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(Index index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
        }
        return projection.build();
    }

    /** Asked first, because switching on what is on is an error. */
    private void expire(Table table, String attribute) {
        TimeToLiveStatus status =
                dynamodb.describeTimeToLive(r -> r.tableName(table.name()))
                        .timeToLiveDescription()
                        .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
            dynamodb.updateTimeToLive(r ->
                    r.tableName(table.name())
                            .timeToLiveSpecification(
                                    s -> s.enabled(true).attributeName(attribute)));
        }
    }
}
