package io.conserje.local.template;

import io.conserje.local.template.Table.Index;
import io.conserje.local.template.Table.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with its keys and indexes. */
final class Tables {
    private Tables() {}

    static Table read(Resource resource, Properties properties) {
        return new Table(
                resource.id(),
                properties.text("TableName").orElse(resource.id()),
                attributes(properties),
                keys(properties),
                indexes(properties),
                properties.section("StreamSpecification").text("StreamViewType"),
                properties.section("TimeToLiveSpecification").flag("Enabled")
                        ? properties.section("TimeToLiveSpecification").text("AttributeName")
                        : Optional.empty());
    }

    private static Map<String, String> attributes(Properties properties) {
        Map<String, String> types = new LinkedHashMap<>();
        properties
                .sections("AttributeDefinitions")
                .forEach(is ->
                        types.put(
                                is.requiredText("AttributeName"),
                                is.requiredText("AttributeType")));
        return types;
    }

    private static List<Key> keys(Properties properties) {
        return properties.sections("KeySchema").stream()
                .map(key -> new Key(key.requiredText("AttributeName"), key.requiredText("KeyType")))
                .toList();
    }

    private static List<Index> indexes(Properties properties) {
        return Stream.concat(
                        properties.sections("GlobalSecondaryIndexes").stream()
                                .map(index -> index(index, true)),
                        properties.sections("LocalSecondaryIndexes").stream()
                                .map(index -> index(index, false)))
                .toList();
    }

    private static Index index(Properties index, boolean global) {
        Properties projection = index.section("Projection");
        return new Index(
                index.requiredText("IndexName"),
                global,
                keys(index),
                projection.text("ProjectionType").orElse("ALL"),
                projection.texts("NonKeyAttributes"));
    }
}
