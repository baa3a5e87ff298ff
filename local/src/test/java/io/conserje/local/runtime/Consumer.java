package io.conserje.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Stands in for a function behind a queue: notes what it gets and who is busy, fails what it is
 * told to.
 */
final class Consumer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of every message in the order it came, all receptions. */
    final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    final Queue<JsonNode> records = new ConcurrentLinkedQueue<>();
    final Set<String> overlaps = ConcurrentHashMap.newKeySet();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final BiFunction<String, Integer, Boolean> fails;

    /**
     * @param fails given a body and how often it came
     */
    Consumer(BiFunction<String, Integer, Boolean> fails) {
        this.fails = fails;
    }

    Outcome take(byte[] event) {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        Set<String> groups = new HashSet<>();
        try {
            JsonNode batch = JSON.readTree(event).path("Records");
            batch.forEach(record -> groups.add(record.at("/attributes/MessageGroupId").asText()));
            groups.forEach(this::enter);
            List<String> failed = new ArrayList<>();
            batch.forEach(record -> take(record, failed));
            return new Outcome.Answered(answer(failed));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        } finally {
            busy.removeAll(groups);
            running.decrementAndGet();
        }
    }

    private void enter(String group) {
        if (!group.isEmpty() && !busy.add(group)) {
            overlaps.add(group);
        }
    }

    private void take(JsonNode record, List<String> failed) {
        String body = record.path("body").asText();
        bodies.add(body);
        records.add(record);
        if (fails.apply(body, record.at("/attributes/ApproximateReceiveCount").asInt())) {
            failed.add(record.path("messageId").asText());
        }
    }

    private static byte[] answer(List<String> failed) {
        String items =
                String.join(
                        ",",
                        failed.stream().map(id -> "{\"itemIdentifier\":\"" + id + "\"}").toList());
        return ("{\"batchItemFailures\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
