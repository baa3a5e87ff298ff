package io.conserje.local.fuzz;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.conserje.local.simulation.cloud.QueueEvent;
import io.conserje.local.simulation.cloud.QueueMessage;
import io.conserje.local.simulation.cloud.SimulatedQueue;
import io.conserje.local.template.Mapping;
import io.conserje.local.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Has what waits in the queues worked off, and tells what could not be done. */
record Drain(Template template, Machine machine, Stores stores) {

    List<String> run() {
        List<String> findings = new ArrayList<>();
        for (Mapping mapping : template.mappings()) {
            if (machine.has(mapping.functionId())) {
                run(mapping, findings);
            }
        }
        return findings;
    }

    private void run(Mapping mapping, List<String> findings) {
        SimulatedQueue queue = stores.of(mapping);
        for (List<QueueMessage> batch = take(queue, mapping);
                !batch.isEmpty();
                batch = take(queue, mapping)) {
            findings.addAll(hand(mapping.functionId(), batch));
            // One that failed is told of; it would only fail again.
            batch.forEach(message -> queue.delete(message.handle()));
        }
    }

    private static List<QueueMessage> take(SimulatedQueue queue, Mapping mapping) {
        return queue.take(mapping.batchSize(), queue.queue().visibilityTimeout(), Desk.NOW);
    }

    private List<String> hand(String function, List<QueueMessage> batch) {
        try {
            Object answer =
                    machine.consumer(function)
                            .handleRequest(QueueEvent.of(batch), Near.told(template, function));
            return answer instanceof SQSBatchResponse response
                    ? response.getBatchItemFailures().stream()
                            .map(one -> function + " left a message undone")
                            .toList()
                    : List.of(function + " answered nothing");
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(function + " threw " + e);
        }
    }
}
