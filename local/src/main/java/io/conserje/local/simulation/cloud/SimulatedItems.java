package io.conserje.local.simulation.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tables hold: by table, by partition and in the order of the sort key. */
public final class SimulatedItems {
    private static final Pattern PARTITION = Pattern.compile("^pk = (:\\w+)");

    private final Map<String, Map<String, TreeMap<String, Map<String, AttributeValue>>>> tables =
            new HashMap<>();

    static String part(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalArgumentException("a key without a text as " + name + ": " + item);
        }
        return value.s();
    }

    Optional<Map<String, AttributeValue>> find(String table, Map<String, AttributeValue> key) {
        return Optional.ofNullable(partition(table, part(key, "pk")).get(part(key, "sk")));
    }

    Optional<Map<String, AttributeValue>> find(ItemWrite write) {
        return find(write.table(), write.key());
    }

    void put(String table, Map<String, AttributeValue> item) {
        tables.computeIfAbsent(table, name -> new TreeMap<>())
                .computeIfAbsent(part(item, "pk"), pk -> new TreeMap<>())
                .put(part(item, "sk"), Map.copyOf(item));
    }

    /** Has an attribute be that, where there is such an item. */
    public void change(String table, String pk, String sk, String name, AttributeValue value) {
        partition(table, pk)
                .computeIfPresent(
                        sk,
                        (key, item) -> {
                            Map<String, AttributeValue> other = new HashMap<>(item);
                            other.put(name, value);
                            return Map.copyOf(other);
                        });
    }

    void remove(String table, Map<String, AttributeValue> key) {
        partition(table, part(key, "pk")).remove(part(key, "sk"));
    }

    private TreeMap<String, Map<String, AttributeValue>> partition(String table, String pk) {
        Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions =
                tables.getOrDefault(table, Map.of());
        return Optional.ofNullable(partitions.get(pk)).orElseGet(TreeMap::new);
    }

    List<Map<String, AttributeValue>> query(
            String table,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        Matcher partition = PARTITION.matcher(condition);
        if (!partition.find()) {
            throw new IllegalArgumentException("'" + condition + "' does not begin with pk");
        }
        AttributeValue pk = values.get(partition.group(1));
        if (pk == null) {
            throw new IllegalArgumentException("'" + condition + "' lacks its partition");
        }
        Condition holds = Condition.of(condition);
        return partition(table, pk.s()).values().stream()
                .filter(item -> holds.holds(new Item(item, names, values)))
                .toList();
    }

    List<Map<String, AttributeValue>> all(String table) {
        List<Map<String, AttributeValue>> all = new ArrayList<>();
        tables.getOrDefault(table, Map.of()).values().forEach(it -> all.addAll(it.values()));
        return all;
    }
}
