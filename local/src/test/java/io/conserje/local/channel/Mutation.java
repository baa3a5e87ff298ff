package io.conserje.local.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A webhook with something in it as nobody expects it; the same for the same seed. */
final class Mutation {
    private static final List<String> ODD =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "[[]]",
                    "{\"a\":{}}",
                    "[null,{\"id\":[]}]",
                    "true",
                    "7",
                    "-1.5",
                    "1e400",
                    "1e999999999",
                    "99999999999999999999",
                    "-9223372036854775808",
                    "2147483647",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "\"-\"",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "\"99999999999\"");

    private final SplittableRandom random;

    private Mutation(int seed) {
        random = new SplittableRandom(seed);
    }

    /** With an even seed it is an object of JSON still. */
    static byte[] of(byte[] body, int seed) {
        Mutation mutation = new Mutation(seed);
        try {
            return seed % 2 == 0 ? mutation.fields(body) : mutation.bytes(body.clone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(byte[] body) {
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private byte[] fields(byte[] body) throws IOException {
        JsonNode root = EmulatorJson.MAPPER.readTree(body);
        // Put in as text, since no node holds half a character or such a number.
        List<String> odd = new ArrayList<>();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            change(root, odd);
        }
        String text = root.toString();
        for (int i = 0; i < odd.size(); i++) {
            text = text.replace("\"odd-" + i + "-\"", odd.get(i));
        }
        return text.getBytes(UTF_8);
    }

    private void change(JsonNode root, List<String> odd) {
        List<JsonNode> parents = new ArrayList<>();
        collect(root, parents);
        if (parents.isEmpty()) {
            return;
        }
        String place = "odd-" + odd.size() + "-";
        odd.add(ODD.get(random.nextInt(ODD.size())));
        switch (parents.get(random.nextInt(parents.size()))) {
            case ObjectNode object -> change(object, place);
            case ArrayNode array -> array.set(random.nextInt(array.size()), place);
            default -> throw new AssertionError("only containers are collected");
        }
    }

    /** One field in ten goes away. */
    private void change(ObjectNode object, String place) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(10) == 0) {
            object.remove(name);
        } else {
            object.put(name, place);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
        }
        node.forEach(child -> collect(child, parents));
    }
}
