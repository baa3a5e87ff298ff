package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out of a failing case what it does not need in order to fail. */
record Smaller(Near machine) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TRIES = 400;

    Case of(Case failing) {
        Case smallest = failing;
        for (int i = smallest.requests().size() - 1;
                i >= 0 && smallest.requests().size() > 1;
                i--) {
            List<Request> fewer = new ArrayList<>(smallest.requests());
            fewer.remove(i);
            if (fails(smallest.with(fewer))) {
                smallest = smallest.with(fewer);
            }
        }
        for (int i = 0; i < smallest.requests().size(); i++) {
            smallest = smallerBody(smallest, i);
        }
        return smallest;
    }

    private boolean fails(Case one) {
        return !machine.play(one).isWell();
    }

    private Case smallerBody(Case failing, int at) {
        Optional<JsonNode> body = tree(failing.requests().get(at).body());
        if (body.isEmpty() || !fails(with(failing, at, body.get()))) {
            return failing;
        }
        prune(failing, at, body.get(), body.get(), new int[] {MOST_TRIES});
        return with(failing, at, body.get());
    }

    /** Takes away child by child, and gives back what is needed. */
    private void prune(Case failing, int at, JsonNode root, JsonNode node, int[] tries) {
        switch (node) {
            case ObjectNode object -> {
                for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
                    JsonNode child = object.remove(name);
                    if (tries[0]-- <= 0 || !fails(with(failing, at, root))) {
                        object.set(name, child);
                        prune(failing, at, root, child, tries);
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = array.size() - 1; i >= 0; i--) {
                    JsonNode child = array.remove(i);
                    if (tries[0]-- <= 0 || !fails(with(failing, at, root))) {
                        array.insert(i, child);
                        prune(failing, at, root, child, tries);
                    }
                }
            }
            default -> {}
        }
    }

    private static Case with(Case one, int at, JsonNode body) {
        List<Request> requests = new ArrayList<>(one.requests());
        byte[] bytes = JsonMutation.written(body).getBytes(StandardCharsets.UTF_8);
        requests.set(at, requests.get(at).withBody(bytes));
        return one.with(requests);
    }

    private static Optional<JsonNode> tree(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
