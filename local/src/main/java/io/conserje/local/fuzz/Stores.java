package io.conserje.local.fuzz;

import io.conserje.application.audit.Evidence;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DeadLetter;
import io.conserje.aws.StoredEvidence;
import io.conserje.engine.Business;
import io.conserje.local.simulation.cloud.Line;
import io.conserje.local.simulation.cloud.SimulatedItems;
import io.conserje.local.simulation.cloud.SimulatedQueue;
import io.conserje.local.simulation.cloud.SimulatedQueues;
import io.conserje.local.simulation.cloud.SimulatedTables;
import io.conserje.local.template.Function;
import io.conserje.local.template.Mapping;
import io.conserje.local.template.Template;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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

    List<SimulatedQueue> deadLetters() {
        return queues.all().stream()
                .filter(queue ->
                        template.mappings().stream()
                                .noneMatch(it -> it.queueId().equals(queue.queue().id())))
                .toList();
    }

    /** What is said of the customers' messages; ours are not sent here. */
    Evidence evidence(Business business) {
        long underWay = queues.all().stream().mapToLong(queue -> queue.all().size()).sum();
        List<Evidence.Parked> parked =
                deadLetters().stream()
                        .flatMap(queue ->
                                queue.all().stream()
                                        .map(message ->
                                                DeadLetter.of(
                                                        queue.queue()
                                                                .id()
                                                                .replace("DeadLetters", "")
                                                                .toLowerCase(Locale.ROOT),
                                                        message.id(),
                                                        "",
                                                        message.body())))
                        .toList();
        return StoredEvidence.read(
                new Straight(tables),
                table("CONVERSATIONS_TABLE"),
                table("BOOKINGS_TABLE"),
                List.of(business),
                new Evidence.Queues(underWay, parked));
    }

    private String table(String variable) {
        return template.functions().stream()
                .map(Function::environment)
                .flatMap(environment -> Optional.ofNullable(environment.get(variable)).stream())
                .findFirst()
                .orElseThrow();
    }

    private static final class Straight extends AwsClients {
        private final DynamoDbClient tables;

        Straight(DynamoDbClient tables) {
            super(name -> Optional.empty());
            this.tables = tables;
        }

        @Override
        public DynamoDbClient dynamo() {
            return tables;
        }
    }
}
