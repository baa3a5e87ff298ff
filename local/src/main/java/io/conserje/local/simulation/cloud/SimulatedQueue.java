package io.conserje.local.simulation.cloud;

import io.conserje.local.template.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One queue of the template. A FIFO queue hands out a group's messages in their order, and none of
 * a group of which one is in somebody's hands; it knows a repetition for five minutes. A standard
 * queue hands out in any order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">FIFO
 *     delivery</a>
 */
public final class SimulatedQueue {
    private static final Duration DEDUPLICATED = Duration.ofMinutes(5);

    private final Queue queue;
    private final RandomGenerator random;
    private final Map<String, QueueMessage> messages = new LinkedHashMap<>();
    private final Map<String, Instant> repetitions = new HashMap<>();
    private long handles;
    private Runnable changed = () -> {};

    public SimulatedQueue(Queue queue, RandomGenerator random) {
        this.queue = queue;
        this.random = random;
    }

    /** Has somebody told whenever there may be something to take that was not before. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** When the next hidden message shows. */
    public Optional<Instant> nextToShow(Instant now) {
        Instant first = null;
        for (QueueMessage message : messages.values()) {
            Instant at = message.visibleAt();
            if (at.isAfter(now) && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        return Optional.ofNullable(first);
    }

    public Queue queue() {
        return queue;
    }

    /** Nothing when it is a repetition. */
    void add(QueueMessage message, Instant now) {
        if (queue.fifo()) {
            String scope = queue.deduplication().perGroup() ? message.group() : "";
            String name = scope + "\n" + message.deduplication();
            Instant until = repetitions.get(name);
            if (until != null && now.isBefore(until)) {
                return;
            }
            repetitions.put(name, now.plus(DEDUPLICATED));
        }
        messages.put(message.id(), message);
        changed.run();
    }

    public List<QueueMessage> take(int most, Duration hidden, Instant now) {
        List<QueueMessage> taken = new ArrayList<>();
        for (QueueMessage message : queue.fifo() ? inOrder(now) : inAnyOrder(now)) {
            if (taken.size() < most) {
                QueueMessage mine =
                        message.takenUntil(now.plus(hidden), message.id() + "/" + handles++);
                messages.put(message.id(), mine);
                taken.add(mine);
            }
        }
        return taken;
    }

    private List<QueueMessage> inOrder(Instant now) {
        Set<String> held = new HashSet<>();
        for (QueueMessage message : messages.values()) {
            if (message.visibleAt().isAfter(now)) {
                held.add(message.group());
            }
        }
        List<QueueMessage> free = new ArrayList<>();
        for (QueueMessage message : messages.values()) {
            if (!held.contains(message.group())) {
                free.add(message);
            }
        }
        return free;
    }

    private List<QueueMessage> inAnyOrder(Instant now) {
        List<QueueMessage> free = new ArrayList<>();
        for (QueueMessage message : messages.values()) {
            if (!message.visibleAt().isAfter(now)) {
                free.add(random.nextInt(free.size() + 1), message);
            }
        }
        return free;
    }

    /**
     * A handle of an earlier time still deletes, as in SQS's standard queues; in FIFO it may not.
     */
    public boolean delete(String handle) {
        QueueMessage message = messages.get(id(handle));
        if (message == null || (queue.fifo() && !message.handle().equals(handle))) {
            return false;
        }
        messages.remove(message.id());
        changed.run();
        return true;
    }

    void show(String handle, Duration after, Instant now) {
        messages.computeIfPresent(
                id(handle),
                (id, message) ->
                        message.handle().equals(handle)
                                ? message.visibleAt(now.plus(after))
                                : message);
        changed.run();
    }

    private static String id(String handle) {
        return handle.substring(0, handle.indexOf('/'));
    }

    void remove(QueueMessage message) {
        messages.remove(message.id());
    }

    /** In the order of their arrival. */
    public List<QueueMessage> all() {
        return List.copyOf(messages.values());
    }
}
