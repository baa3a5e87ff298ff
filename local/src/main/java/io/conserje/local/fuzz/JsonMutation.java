package io.conserje.local.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Changes a body as JSON, so that what is around the change is still read. */
record JsonMutation(Samples samples, RandomGenerator random) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_COPIES = 3000;

    /** Copies of copies of copies would leave no memory to play them in. */
    private static final int MOST_CHARACTERS = 500_000;

    byte[] mutated(JsonNode body, int times) {
        JsonNode copy = body.deepCopy();
        for (int i = 0; i < times; i++) {
            mutate(copy);
        }
        return written(copy).getBytes(StandardCharsets.UTF_8);
    }

    static String written(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private void mutate(JsonNode root) {
        List<JsonNode> parents = new ArrayList<>();
        collect(root, parents);
        if (parents.isEmpty()) {
            return;
        }
        switch (Odd.one(parents, random)) {
            case ObjectNode object -> object(object, parents);
            case ArrayNode array -> array(array, parents);
            default -> throw new IllegalStateException("only these have children");
        }
    }

    private void object(ObjectNode object, List<JsonNode> parents) {
        String name = Odd.one(object.properties().stream().map(Map.Entry::getKey).toList(), random);
        JsonNode value = object.path(name);
        switch (random.nextInt(12)) {
            case 0, 1 -> object.remove(name);
            case 2 -> {
                object.remove(name);
                object.set(otherName(name), value);
            }
            // Twice in the same object; a reader may take either.
            case 3 ->
                    object.putRawValue(
                            name,
                            new RawValue(
                                    (value.isContainerNode() ? "null" : Odd.bareNumber(random))
                                            + ","
                                            + quoted(name)
                                            + ":"
                                            + written(value)));
            case 4 -> object.set(name, graft(parents));
            case 5 -> object.set(otherName(name), graft(parents));
            case 6 -> object.putRawValue(name, new RawValue(Odd.bareNumber(random)));
            case 7, 8 -> object.set(name, like(value));
            default -> object.putRawValue(name, new RawValue(Odd.value(random)));
        }
    }

    private void array(ArrayNode array, List<JsonNode> parents) {
        int at = random.nextInt(array.size());
        JsonNode item = array.path(at);
        switch (random.nextInt(7)) {
            case 0 -> array.remove(at);
            case 1 -> array.insert(at, item.deepCopy());
            case 2 -> array.insert(at, graft(parents));
            case 3 -> array.set(at, graft(parents));
            case 4 -> copies(array, item);
            default -> array.setRawValue(at, new RawValue(Odd.value(random)));
        }
    }

    private void copies(ArrayNode array, JsonNode item) {
        int room = Math.min(MOST_COPIES, 1 + MOST_CHARACTERS / written(item).length());
        int many = random.nextInt(random.nextInt(10) == 0 ? room : Math.min(room, 30));
        for (int i = 0; i < many; i++) {
            array.add(item.deepCopy());
        }
    }

    /** Of the same type, and near to what was there. */
    private JsonNode like(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.isTextual()) {
            String text = value.asText();
            int at = text.isEmpty() ? 0 : random.nextInt(text.length());
            String odd = Odd.text(random);
            return json.rawValueNode(
                    new RawValue(
                            quotedOpen(text.substring(0, at))
                                    + odd
                                    + quotedRest(text.substring(at))));
        }
        if (value.isNumber()) {
            long near = value.asLong() + random.nextInt(5) - 2;
            return random.nextBoolean()
                    ? json.numberNode(random.nextBoolean() ? near : -near)
                    : json.textNode(value.asText());
        }
        return value.isContainerNode() ? json.textNode(written(value)) : json.nullNode();
    }

    private static String quotedOpen(String text) {
        String quoted = quoted(text);
        return quoted.substring(0, quoted.length() - 1);
    }

    private static String quotedRest(String text) {
        return quoted(text).substring(1);
    }

    private static String quoted(String text) {
        return written(JsonNodeFactory.instance.textNode(text));
    }

    /** A piece of this webhook or of any other. */
    private JsonNode graft(List<JsonNode> here) {
        if (random.nextBoolean()) {
            return Odd.one(here, random).deepCopy();
        }
        List<JsonNode> there = new ArrayList<>();
        collect(Odd.one(samples.all(), random).body(), there);
        return Odd.one(there, random).deepCopy();
    }

    private String otherName(String name) {
        return switch (random.nextInt(5)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name + "s";
            case 2 -> "";
            case 3 -> "v";
            default -> Odd.one(names(), random);
        };
    }

    private List<String> names() {
        List<JsonNode> parents = new ArrayList<>();
        collect(Odd.one(samples.all(), random).body(), parents);
        return parents.stream()
                .flatMap(node -> node.properties().stream().map(Map.Entry::getKey))
                .toList();
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }
}
