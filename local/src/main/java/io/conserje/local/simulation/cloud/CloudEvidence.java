package io.conserje.local.simulation.cloud;

import io.conserje.application.audit.Evidence;
import io.conserje.aws.DeadLetter;
import io.conserje.aws.StoredEvidence;
import io.conserje.engine.Business;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What simulated tables and queues hold, for the audit. */
public record CloudEvidence(Template template, DynamoDbClient tables, SimulatedQueues queues) {

    public Evidence of(Business business) {
        long underWay =
                queues.all().stream()
                        .filter(queue -> !isDead(queue))
                        .mapToLong(queue -> queue.all().size())
                        .sum();
        return StoredEvidence.read(
                new CloudClients(name -> Optional.empty(), () -> tables, () -> queues),
                table("CONVERSATIONS_TABLE"),
                table("BOOKINGS_TABLE"),
                List.of(business),
                new Evidence.Queues(underWay, parked()));
    }

    private List<Evidence.Parked> parked() {
        return deadLetters().stream()
                .flatMap(queue -> queue.all().stream().map(message -> parked(queue, message)))
                .toList();
    }

    private static Evidence.Parked parked(SimulatedQueue queue, QueueMessage message) {
        String source = queue.queue().id().replace("DeadLetters", "").toLowerCase(Locale.ROOT);
        String reason =
                Optional.ofNullable(message.attributes().get("reason"))
                        .map(MessageAttributeValue::stringValue)
                        .orElse("");
        return DeadLetter.of(source, message.id(), reason, message.body());
    }

    public List<SimulatedQueue> deadLetters() {
        return queues.all().stream().filter(this::isDead).toList();
    }

    private boolean isDead(SimulatedQueue queue) {
        return template.mappings().stream()
                .noneMatch(mapping -> mapping.queueId().equals(queue.queue().id()));
    }

    /** By the name that the functions know it by. */
    public String table(String variable) {
        return template.functions().stream()
                .map(Function::environment)
                .flatMap(environment -> Optional.ofNullable(environment.get(variable)).stream())
                .findFirst()
                .orElseThrow();
    }
}
