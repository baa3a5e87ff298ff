package io.conserje.local.fuzz;

import io.conserje.local.simulation.cloud.CloudEvidence;
import io.conserje.local.simulation.cloud.Line;
import io.conserje.local.simulation.cloud.SimulatedItems;
import io.conserje.local.simulation.cloud.SimulatedQueue;
import io.conserje.local.simulation.cloud.SimulatedQueues;
import io.conserje.local.simulation.cloud.SimulatedTables;
import io.conserje.local.template.Mapping;
import io.conserje.local.template.Template;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** Empty tables and queues for one case, which refuse what the real ones refuse. */
final class Stores {
    private final Template template;
    private final Limits limits = new Limits();
    private final SimulatedTables tables =
            new SimulatedTables(new SimulatedItems(), Line.STRAIGHT, limits);
    private final SimulatedQueues queues;

    Stores(Template template, InstantSource clock) {
        this.template = template;
        this.queues =
                new SimulatedQueues(
                        template.queues(), new SplittableRandom(1), clock, Line.STRAIGHT, limits);
    }

    SimulatedTables tables() {
        return tables;
    }

    SimulatedQueues queues() {
        return queues;
    }

    List<String> brokenLimits() {
        return limits.broken();
    }

    SimulatedQueue of(Mapping mapping) {
        return queues.named(template.queue(mapping.queueId()).name());
    }

    /** What is said of the customers' messages; ours are not sent here. */
    CloudEvidence evidence() {
        return new CloudEvidence(template, tables, queues);
    }
}
