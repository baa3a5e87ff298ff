package io.conserje.local.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.conserje.local.simulation.Functions.Ended;
import io.conserje.local.simulation.cloud.QueueEvent;
import io.conserje.local.simulation.cloud.QueueMessage;
import io.conserje.local.simulation.cloud.SimulatedQueue;
import io.conserje.local.simulation.cloud.SimulatedQueues;
import io.conserje.local.template.Mapping;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a queue and its function: hands out batches, and deletes what the function
 * does not report as failed.
 */
final class Consumer {
    private final Mapping mapping;
    private final SimulatedQueues queues;
    private final SimulatedQueue queue;
    private final Functions functions;
    private final Network network;
    private final RandomGenerator random;
    private final boolean ignoresFailures;
    private int running;
    private @Nullable Instant next;

    Consumer(
            Mapping mapping,
            SimulatedQueues queues,
            SimulatedQueue queue,
            Functions functions,
            Network network,
            RandomGenerator random,
            boolean ignoresFailures) {
        this.mapping = mapping;
        this.queues = queues;
        this.queue = queue;
        this.functions = functions;
        this.network = network;
        this.random = random;
        this.ignoresFailures = ignoresFailures;
    }

    /** Looks whenever something may have shown. */
    void start() {
        queue.onChange(() -> wake(soon()));
    }

    private Instant soon() {
        return network.schedule().now().plusMillis(20 + random.nextInt(40));
    }

    private void wake(Instant at) {
        if (next == null || at.isBefore(next)) {
            next = at;
            network.schedule().at(at, () -> poll(at));
        }
    }

    boolean isIdle() {
        return running == 0 && queue.all().isEmpty();
    }

    int waiting() {
        return queue.all().size();
    }

    private void poll(Instant at) {
        if (!at.equals(next)) {
            return;
        }
        next = null;
        queues.redrive(queue);
        while (running < mapping.maximumConcurrency()) {
            int most = 1 + random.nextInt(mapping.batchSize());
            List<QueueMessage> batch = queue.take(most, queue.queue().visibilityTimeout(), at);
            if (batch.isEmpty()) {
                break;
            }
            hand(batch);
        }
        queue.nextToShow(at).ifPresent(this::wake);
    }

    private void hand(List<QueueMessage> batch) {
        running++;
        functions.invoke(
                mapping.functionId(),
                QueueEvent.of(batch),
                ended -> {
                    running--;
                    wake(soon());
                    Set<String> failed = failed(ended, batch);
                    batch.stream()
                            .filter(message -> !failed.contains(message.id()))
                            .filter(message -> !network.happens(network.weather().slips()))
                            .forEach(message -> queue.delete(message.handle()));
                });
    }

    @Override
    public String toString() {
        return mapping.queueId() + " with " + waiting();
    }

    private Set<String> failed(Ended ended, List<QueueMessage> batch) {
        Set<String> failed = new HashSet<>();
        if (ignoresFailures) {
            return failed;
        }
        switch (ended) {
            case Ended.Answered(SQSBatchResponse response) ->
                    response.getBatchItemFailures()
                            .forEach(one -> failed.add(one.getItemIdentifier()));
            case Ended.Answered other -> batch.forEach(message -> failed.add(message.id()));
            case Ended.Failed why -> batch.forEach(message -> failed.add(message.id()));
        }
        return failed;
    }
}
