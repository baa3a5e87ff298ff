package io.conserje.local.simulation.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.template.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What SQS promises of its two kinds of queues, and what it does not. */
class SimulatedQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HIDDEN = Duration.ofMinutes(2);

    private final SimulatedQueue inOrder = queue(true);

    private static SimulatedQueue queue(boolean fifo) {
        return new SimulatedQueue(
                new Queue(
                        "Q",
                        "q",
                        fifo,
                        HIDDEN,
                        Duration.ZERO,
                        Duration.ofDays(4),
                        Duration.ZERO,
                        new Queue.Deduplication(false, true),
                        Optional.empty()),
                new Random(1));
    }

    private static QueueMessage message(String id, String group) {
        return new QueueMessage(id, "body", group, id, Map.of(), NOW, 0, "");
    }

    private static List<String> ids(List<QueueMessage> messages) {
        return messages.stream().map(QueueMessage::id).toList();
    }

    @Test
    void aGroupWaitsWhileOneOfItIsInSomebodysHands() {
        inOrder.add(message("a1", "a"), NOW);
        inOrder.add(message("a2", "a"), NOW);
        inOrder.add(message("b1", "b"), NOW);

        assertEquals(List.of("a1"), ids(inOrder.take(1, HIDDEN, NOW)));
        assertEquals(List.of("b1"), ids(inOrder.take(10, HIDDEN, NOW)));
        assertEquals(List.of(), inOrder.take(10, HIDDEN, NOW));
        Instant later = NOW.plus(HIDDEN);
        assertEquals(List.of("a1", "a2", "b1"), ids(inOrder.take(10, HIDDEN, later)));
    }

    @Test
    void aRepetitionIsKnownForFiveMinutes() {
        inOrder.add(message("a1", "a"), NOW);
        inOrder.delete(inOrder.take(1, HIDDEN, NOW).getFirst().handle());

        inOrder.add(message("a1", "a"), NOW.plusSeconds(299));
        assertEquals(List.of(), inOrder.all());
        inOrder.add(message("a1", "a"), NOW.plusSeconds(301));
        assertEquals(1, inOrder.all().size());
    }

    @Test
    void whoHadAMessageBeforeCannotDeleteItInAQueueWithOrder() {
        inOrder.add(message("a1", "a"), NOW);
        QueueMessage first = inOrder.take(1, HIDDEN, NOW).getFirst();
        QueueMessage second = inOrder.take(1, HIDDEN, NOW.plus(HIDDEN)).getFirst();

        assertFalse(inOrder.delete(first.handle()));
        assertEquals(2, second.taken());
        assertTrue(inOrder.delete(second.handle()));
    }

    @Test
    void aQueueWithoutOrderHandsOutInAny() {
        SimulatedQueue standard = queue(false);
        List<String> sent = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
        sent.forEach(id -> standard.add(message(id, ""), NOW));

        List<String> taken = ids(standard.take(20, HIDDEN, NOW));

        assertEquals(20, taken.stream().distinct().count());
        assertFalse(taken.equals(sent));
    }

    @Test
    void whatIsShownAgainCanBeTakenAgain() {
        inOrder.add(message("a1", "a"), NOW);
        QueueMessage taken = inOrder.take(1, HIDDEN, NOW).getFirst();
        inOrder.show(taken.handle(), Duration.ofSeconds(3), NOW);

        assertEquals(Optional.of(NOW.plusSeconds(3)), inOrder.nextToShow(NOW));
        assertEquals(List.of(), inOrder.take(1, HIDDEN, NOW.plusSeconds(2)));
        assertEquals(List.of("a1"), ids(inOrder.take(1, HIDDEN, NOW.plusSeconds(3))));
    }
}
