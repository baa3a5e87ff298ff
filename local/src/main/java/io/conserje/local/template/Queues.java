package io.conserje.local.template;

import io.conserje.local.template.Queue.Deduplication;
import io.conserje.local.template.Queue.Redrive;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queues, and the mappings that name them by ARN. */
final class Queues {
    private final Map<String, String> idByArn;
    private final References references;

    Queues(Map<String, Resource> resources, References references) {
        this.references = references;
        this.idByArn =
                resources.values().stream()
                        .filter(resource -> resource.type().equals("AWS::SQS::Queue"))
                        .collect(Collectors.toMap(references::queueArn, Resource::id));
    }

    Queue read(Resource resource, Properties properties) {
        return new Queue(
                resource.id(),
                references.queueName(resource),
                properties.flag("FifoQueue"),
                properties.seconds("VisibilityTimeout", 30),
                properties.seconds("DelaySeconds", 0),
                properties.seconds("MessageRetentionPeriod", (int) Duration.ofDays(4).toSeconds()),
                properties.seconds("ReceiveMessageWaitTimeSeconds", 0),
                new Deduplication(
                        properties.flag("ContentBasedDeduplication"),
                        properties.text("DeduplicationScope").equals(Optional.of("messageGroup"))),
                redrive(properties));
    }

    private Optional<Redrive> redrive(Properties properties) {
        if (properties.get("RedrivePolicy").isEmpty()) {
            return Optional.empty();
        }
        Properties policy = properties.section("RedrivePolicy");
        String target = policy.requiredText("deadLetterTargetArn");
        return Optional.of(
                new Redrive(id(properties, target), policy.number("maxReceiveCount", 10)));
    }

    /**
     * Without a limit a consumer gets what an account's default would soon allow, bounded for one
     * machine.
     */
    Mapping mapping(String functionId, Properties event) {
        return new Mapping(
                functionId,
                id(event, event.requiredText("Queue")),
                event.number("BatchSize", 10),
                event.seconds("MaximumBatchingWindowInSeconds", 0),
                event.section("ScalingConfig").number("MaximumConcurrency", 20),
                event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    private String id(Properties by, String arn) {
        String id = idByArn.get(arn);
        if (id == null) {
            throw TemplateError.at(
                    by.entries().line(),
                    by.of() + " names " + arn + ", which is no queue of this template");
        }
        return id;
    }
}
