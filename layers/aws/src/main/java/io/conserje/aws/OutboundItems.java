package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Conversations.Waiting;
import io.conserje.application.Ruling;
import io.conserje.aws.ItemUpdate.Changed;
import io.conserje.aws.ItemUpdate.Gone;
import io.conserje.aws.ItemUpdate.Refused;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The life of a message of ours, in its item. Every change says from which states it may be made.
 */
final class OutboundItems {
    static final String WAITED = "waited";
    static final String DECISION = "decision";
    static final String OUTCOME = "outcome";
    static final String REPLAYED = "replayedAt";
    private static final String DOUBTED = "doubtedAt";

    private final AwsClients clients;
    private final String table;
    private final Wire wire;
    private final RandomGenerator random;

    OutboundItems(AwsClients clients, String table, Wire wire, RandomGenerator random) {
        this.clients = clients;
        this.table = table;
        this.wire = wire;
        this.random = random;
    }

    Claim claim(ProjectId project, OutboundId message, Ruling ruling, Instant now) {
        return begin(
                project,
                message,
                change(project, message, EnumSet.of(Status.QUEUED))
                        .set(DECISION, text(wire.write(ruling))),
                now);
    }

    Claim takeOver(ProjectId project, InDoubt doubt, OutboundId message, Instant now) {
        return begin(
                project,
                message,
                new ItemUpdate(table, key(project, message))
                        .when("#status = :from AND #attempt = :doubted")
                        .with("from", text(Status.SENDING.name()))
                        .with("doubted", number(doubt.attempt()))
                        .set("doubts", number(doubt.doubts())),
                now);
    }

    private Claim begin(ProjectId project, OutboundId message, ItemUpdate update, Instant now) {
        // The SDK repeats a call whose answer was late; the repetition must not take its own first
        // try for somebody else's.
        String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        update.set("status", text(Status.SENDING.name()))
                .set("claimedAt", text(now.toString()))
                .set("claimedBy", text(token))
                .set("attempt", "if_not_exists(#attempt, :zero) + :one")
                .remove(DOUBTED)
                .with("zero", number(0))
                .with("one", number(1));
        return switch (update.run(clients)) {
            case Changed changed -> new Claimed((int) Items.longOf(changed.item(), "attempt"));
            case Refused refused when isBy(token, refused.item()) ->
                    new Claimed((int) Items.longOf(refused.item(), "attempt"));
            case Refused refused -> stands(project, message, refused.item(), now);
            case Gone gone -> new Missing();
        };
    }

    private static boolean isBy(String token, Map<String, AttributeValue> item) {
        return status(item) == Status.SENDING && token.equals(Items.stringOf(item, "claimedBy"));
    }

    private Claim stands(
            ProjectId project, OutboundId message, Map<String, AttributeValue> item, Instant now) {
        return switch (status(item)) {
            case QUEUED -> new Waiting();
            case SENDING -> inDoubt(doubted(project, message, item, now), now);
            case ACCEPTED, SENT, DELIVERED, READ, PLAYED, FAILED, PARKED, REFUSED ->
                    new Settled(status(item));
        };
    }

    /**
     * Notes when it was noticed that nobody knows how an attempt ended. Its receipt is waited for
     * from then on: before, those who would have taken it may have been away as well.
     */
    private Map<String, AttributeValue> doubted(
            ProjectId project, OutboundId message, Map<String, AttributeValue> item, Instant now) {
        if (item.containsKey(DOUBTED)) {
            return item;
        }
        ItemUpdate update =
                new ItemUpdate(table, key(project, message))
                        .when("#status = :from AND #attempt = :doubted")
                        .with("from", text(Status.SENDING.name()))
                        .with("doubted", number(Items.longOf(item, "attempt")))
                        .with("now", text(now.toString()))
                        .set(DOUBTED, "if_not_exists(#" + DOUBTED + ", :now)");
        return update.run(clients) instanceof Changed changed ? changed.item() : item;
    }

    private static InDoubt inDoubt(Map<String, AttributeValue> item, Instant now) {
        return new InDoubt(
                (int) Items.longOf(item, "attempt"),
                (int) Items.longOr(item, "doubts", 0) + 1,
                Items.instantOf(item, DOUBTED).orElse(now));
    }

    static Status status(Map<String, AttributeValue> item) {
        return Status.valueOf(Items.stringOf(item, "status"));
    }

    Claim rule(ProjectId project, OutboundId message, Ruling ruling) {
        ItemUpdate update = change(project, message, EnumSet.of(Status.QUEUED));
        if (ruling.kind() == Ruling.Kind.REFUSE) {
            update.set("status", text(Status.REFUSED.name()));
        }
        String attribute = ruling.kind() == Ruling.Kind.WAIT ? WAITED : DECISION;
        return switch (update.set(attribute, text(wire.write(ruling))).run(clients)) {
            case Changed changed -> stands(project, message, changed.item(), ruling.at());
            case Refused refused -> stands(project, message, refused.item(), ruling.at());
            case Gone gone -> new Missing();
        };
    }

    void settle(
            ProjectId project,
            OutboundId message,
            Status to,
            Ruling ruling,
            Optional<String> providerId) {
        ItemUpdate update =
                change(project, message, EnumSet.of(Status.SENDING))
                        .set("status", text(to.name()))
                        .set(OUTCOME, text(wire.write(ruling)));
        providerId.ifPresent(id -> update.set("providerId", text(id)));
        if (to == Status.SENDING) {
            update.set(DOUBTED, text(ruling.at().toString()));
        }
        if (!(update.run(clients) instanceof Changed) && providerId.isPresent()) {
            // A receipt came before the call's own answer; then only the provider's name is new.
            new ItemUpdate(table, key(project, message))
                    .set("providerId", text(providerId.get()))
                    .set(OUTCOME, text(wire.write(ruling)))
                    .when("attribute_exists(#status)")
                    .run(clients);
        }
    }

    void park(ProjectId project, OutboundId message, Ruling ruling) {
        change(project, message, EnumSet.of(Status.QUEUED, Status.SENDING))
                .set("status", text(Status.PARKED.name()))
                .set(OUTCOME, text(wire.write(ruling)))
                .run(clients);
    }

    boolean unpark(ProjectId project, OutboundId message, Ruling ruling) {
        return isNow(
                Status.QUEUED,
                change(project, message, EnumSet.of(Status.PARKED))
                        .set("doubts", number(0))
                        .set(REPLAYED, text(ruling.at().toString())),
                ruling);
    }

    boolean discard(ProjectId project, OutboundId message, Ruling ruling) {
        return isNow(
                Status.REFUSED,
                change(project, message, EnumSet.of(Status.PARKED, Status.QUEUED)),
                ruling);
    }

    private boolean isNow(Status to, ItemUpdate update, Ruling ruling) {
        update.set("status", text(to.name())).set(OUTCOME, text(wire.write(ruling)));
        return switch (update.run(clients)) {
            case Changed changed -> true;
            case Refused refused -> status(refused.item()) == to;
            case Gone gone -> false;
        };
    }

    Optional<CorrelationId> record(ProjectId project, OutboundId message, Receipt receipt) {
        Status to = Status.valueOf(receipt.progress().name());
        ItemUpdate update =
                change(project, message, before(to))
                        .set("status", text(to.name()))
                        .set("providerId", text(receipt.providerId()))
                        .set(receiptAt(to), text(receipt.at().toString()));
        receipt.failure().ifPresent(failure -> update.set("failure", text(failure)));
        return switch (update.run(clients)) {
            case Changed changed -> Optional.of(correlation(changed.item()));
            case Refused refused -> Optional.of(correlation(refused.item()));
            case Gone gone -> Optional.empty();
        };
    }

    static String receiptAt(Status status) {
        return status.name().toLowerCase(Locale.ROOT) + "At";
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

    private ItemUpdate change(ProjectId project, OutboundId message, Set<Status> from) {
        ItemUpdate update = new ItemUpdate(table, key(project, message));
        from.forEach(status -> update.with(status.name(), text(status.name())));
        String names =
                from.stream().map(status -> ":" + status.name()).collect(Collectors.joining(", "));
        return update.when("#status IN (" + names + ")");
    }

    static Map<String, AttributeValue> key(ProjectId project, OutboundId message) {
        return Items.key(project, message.conversation(), Items.message(message.sequence()));
    }
}
