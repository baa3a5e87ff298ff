package io.conserje.aws;

import io.conserje.application.Conversations.Explained;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Ruling;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a message of ours with all that its item tells of it. */
final class Explanations {
    private final AwsClients clients;
    private final String table;
    private final Wire wire;

    Explanations(AwsClients clients, String table, Wire wire) {
        this.clients = clients;
        this.table = table;
        this.wire = wire;
    }

    Optional<Explained> of(ProjectId project, OutboundId message) {
        Map<String, AttributeValue> item =
                clients.dynamo()
                        .getItem(get ->
                                get.tableName(table)
                                        .key(OutboundItems.key(project, message))
                                        .consistentRead(true))
                        .item();
        return item.containsKey("status") ? Optional.of(explained(item)) : Optional.empty();
    }

    private Explained explained(Map<String, AttributeValue> item) {
        return new Explained(
                wire.read(Items.stringOf(item, "content"), OutboundMessage.class),
                OutboundItems.status(item),
                (int) Items.longOr(item, "attempt", 0),
                text(item, "providerId"),
                rulings(item),
                receipts(item),
                text(item, "failure"));
    }

    private List<Ruling> rulings(Map<String, AttributeValue> item) {
        return Stream.of(OutboundItems.WAITED, OutboundItems.DECISION, OutboundItems.OUTCOME)
                .flatMap(name -> text(item, name).stream())
                .map(ruling -> wire.read(ruling, Ruling.class))
                .sorted(Comparator.comparing(Ruling::at))
                .toList();
    }

    private static Map<Status, Instant> receipts(Map<String, AttributeValue> item) {
        Map<Status, Instant> receipts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            Items.instantOf(item, OutboundItems.receiptAt(status))
                    .ifPresent(at -> receipts.put(status, at));
        }
        return receipts;
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
