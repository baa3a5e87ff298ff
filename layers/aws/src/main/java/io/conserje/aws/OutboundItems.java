package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.channel.SendOutcome;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The life of a message of ours, in its item. Every change says from which states it may be made.
 */
final class OutboundItems {
    private final AwsClients clients;
    private final String table;
    private final RandomGenerator random;

    OutboundItems(AwsClients clients, String table, RandomGenerator random) {
        this.clients = clients;
        this.table = table;
        this.random = random;
    }

    /** How a conditional change went. */
    sealed interface Written {}

    record Changed(Map<String, AttributeValue> item) implements Written {}

    /** The item is there, in a state from which this change may not be made. */
    record Refused(Map<String, AttributeValue> item) implements Written {}

    record Gone() implements Written {}

    /** A change of one item. */
    private record Change(Status to, Set<Status> from, Map<String, String> notes) {}

    Claim claim(ProjectId project, OutboundId message, Instant now) {
        return begin(
                project,
                message,
                "#status = :from",
                Map.of(":from", text(Status.QUEUED.name())),
                now);
    }

    Claim takeOver(ProjectId project, InDoubt doubt, OutboundId message, Instant now) {
        Map<String, AttributeValue> values =
                Map.of(":from", text(Status.SENDING.name()), ":doubted", number(doubt.attempt()));
        return begin(project, message, "#status = :from AND attempt = :doubted", values, now);
    }

    private Claim begin(
            ProjectId project,
            OutboundId message,
            String condition,
            Map<String, AttributeValue> conditionValues,
            Instant now) {
        // The SDK repeats a call whose answer was late; the repetition must not take its own first
        // try for somebody else's.
        String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        Map<String, AttributeValue> values = new HashMap<>(conditionValues);
        values.put(":token", text(token));
        values.put(":sending", text(Status.SENDING.name()));
        values.put(":now", text(now.toString()));
        values.put(":zero", number(0));
        values.put(":one", number(1));
        try {
            Map<String, AttributeValue> item =
                    clients.dynamo()
                            .updateItem(update ->
                                    update.tableName(table)
                                            .key(key(project, message))
                                            .updateExpression(
                                                    "SET #status = :sending, claimedAt = :now, claimedBy = :token,"
                                                            + " attempt = if_not_exists(attempt, :zero) + :one")
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(Map.of("#status", "status"))
                                            .expressionAttributeValues(values)
                                            .returnValues("UPDATED_NEW")
                                            .returnValuesOnConditionCheckFailure(
                                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                            .attributes();
            return new Claimed((int) Items.longOf(item, "attempt"));
        } catch (ConditionalCheckFailedException e) {
            return stands(e, token);
        }
    }

    private static Claim stands(ConditionalCheckFailedException e, String token) {
        if (!e.hasItem() || e.item().isEmpty()) {
            return new Missing();
        }
        Status status = Status.valueOf(Items.stringOf(e.item(), "status"));
        if (status == Status.SENDING && token.equals(Items.stringOf(e.item(), "claimedBy"))) {
            return new Claimed((int) Items.longOf(e.item(), "attempt"));
        }
        // Only who takes over can meet a queued one: the attempt told its end meanwhile.
        return status == Status.SENDING || status == Status.QUEUED
                ? new InDoubt(
                        (int) Items.longOf(e.item(), "attempt"),
                        Instant.parse(Items.stringOf(e.item(), "claimedAt")))
                : new Settled(status);
    }

    Written settle(ProjectId project, OutboundId message, SendOutcome outcome, Instant now) {
        Set<Status> sending = EnumSet.of(Status.SENDING);
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> {
                Map<String, String> notes =
                        Map.of("providerId", accepted.providerId(), "acceptedAt", now.toString());
                // A receipt may have come before the call's own answer; then only the provider's
                // name is new.
                Written written =
                        change(project, message, new Change(Status.ACCEPTED, sending, notes));
                yield written instanceof Changed ? written : note(project, message, notes);
            }
            case SendOutcome.Rejected rejected ->
                    change(
                            project,
                            message,
                            new Change(
                                    Status.FAILED, sending, Map.of("reason", rejected.reason())));
            case SendOutcome.RetryLater later ->
                    change(
                            project,
                            message,
                            new Change(Status.QUEUED, sending, Map.of("reason", later.reason())));
            case SendOutcome.Unknown unknown ->
                    change(
                            project,
                            message,
                            new Change(
                                    Status.SENDING, sending, Map.of("reason", unknown.reason())));
        };
    }

    Written park(ProjectId project, OutboundId message, String reason, Instant now) {
        Set<Status> unfinished = EnumSet.of(Status.QUEUED, Status.SENDING);
        Map<String, String> notes = Map.of("reason", reason, "parkedAt", now.toString());
        return change(project, message, new Change(Status.PARKED, unfinished, notes));
    }

    Optional<CorrelationId> record(ProjectId project, OutboundId message, Receipt receipt) {
        Map<String, String> notes = new HashMap<>();
        notes.put(
                receipt.progress().name().toLowerCase(Locale.ROOT) + "At", receipt.at().toString());
        notes.put("providerId", receipt.providerId());
        receipt.failure().ifPresent(failure -> notes.put("reason", failure));
        Status to = Status.valueOf(receipt.progress().name());
        return switch (change(project, message, new Change(to, before(to), notes))) {
            case Changed changed -> Optional.of(correlation(changed.item()));
            case Refused refused -> Optional.of(correlation(refused.item()));
            case Gone gone -> Optional.empty();
        };
    }

    private static CorrelationId correlation(Map<String, AttributeValue> item) {
        return new CorrelationId(Items.stringOf(item, "correlation"));
    }

    /**
     * From where a receipt may move a message. A receipt for a parked one tells that it arrived
     * after all.
     */
    private static Set<Status> before(Status to) {
        Set<Status> from =
                EnumSet.of(Status.QUEUED, Status.SENDING, Status.ACCEPTED, Status.PARKED);
        for (Status step : EnumSet.of(Status.SENT, Status.DELIVERED, Status.READ)) {
            boolean earlier = step.compareTo(to) < 0;
            if (to == Status.FAILED ? step == Status.SENT : earlier) {
                from.add(step);
            }
        }
        return from;
    }

    private Written change(ProjectId project, OutboundId message, Change change) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":to", text(change.to().name()));
        change.from().forEach(from -> values.put(":" + from.name(), text(from.name())));
        String from =
                change.from().stream()
                        .map(one -> ":" + one.name())
                        .collect(Collectors.joining(", "));
        return update(
                project,
                message,
                Optional.of("#status = :to"),
                change.notes(),
                "#status IN (" + from + ")",
                values);
    }

    private Written note(ProjectId project, OutboundId message, Map<String, String> notes) {
        return update(
                project,
                message,
                Optional.empty(),
                notes,
                "attribute_exists(#status)",
                new HashMap<>());
    }

    private Written update(
            ProjectId project,
            OutboundId message,
            Optional<String> set,
            Map<String, String> notes,
            String condition,
            Map<String, AttributeValue> values) {
        notes.forEach((name, value) -> values.put(":" + name, text(value)));
        String sets =
                Stream.concat(
                                set.stream(),
                                notes.keySet().stream().sorted().map(name -> name + " = :" + name))
                        .collect(Collectors.joining(", "));
        try {
            return new Changed(
                    clients.dynamo()
                            .updateItem(update ->
                                    update.tableName(table)
                                            .key(key(project, message))
                                            .updateExpression("SET " + sets)
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(Map.of("#status", "status"))
                                            .expressionAttributeValues(values)
                                            .returnValues("ALL_NEW")
                                            .returnValuesOnConditionCheckFailure(
                                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                            .attributes());
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && !e.item().isEmpty() ? new Refused(e.item()) : new Gone();
        }
    }

    private static Map<String, AttributeValue> key(ProjectId project, OutboundId message) {
        return Items.key(project, message.conversation(), Items.message(message.sequence()));
    }
}
