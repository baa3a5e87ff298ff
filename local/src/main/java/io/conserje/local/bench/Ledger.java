package io.conserje.local.bench;

import io.conserje.application.Conversations.Status;
import io.conserje.application.Ruling;
import io.conserje.aws.AwsClients;
import io.conserje.model.ConversationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the conversations' table says happened. */
final class Ledger {
    private final AwsClients clients;
    private final String table;
    private final Wire wire = new Wire();

    Ledger(AwsClients clients, String table) {
        this.clients = clients;
        this.table = table;
    }

    /**
     * One turn of a conversation.
     *
     * @param heard the provider's ids of the messages that it answered, in order
     * @param said the numbers of the messages that it sent, in order
     */
    record Turn(List<String> heard, List<Long> said) {}

    /**
     * One message of ours.
     *
     * @param providerId empty when the provider has not named it
     * @param why what came of it, as an operator reads it
     */
    record Said(OutboundId id, Status status, String providerId, String why) {
        boolean isAccepted() {
            return switch (status) {
                case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> true;
                case QUEUED, SENDING, PARKED, FAILED, REFUSED -> false;
            };
        }
    }

    /** What a conversation said, in its order. */
    List<Said> said(ProjectId project, ConversationId conversation) {
        return items(project, conversation).stream()
                .filter(item -> attribute(item, "direction").s().equals("out"))
                .map(item ->
                        new Said(
                                wire.read(attribute(item, "content").s(), OutboundMessage.class)
                                        .id(),
                                Status.valueOf(attribute(item, "status").s()),
                                text(item, "providerId"),
                                why(item)))
                .toList();
    }

    /** The turns of a conversation, in their order. */
    List<Turn> turns(ProjectId project, ConversationId conversation) {
        Map<Long, Turn> turns = new TreeMap<>();
        items(project, conversation).forEach(item -> note(item, turns));
        return List.copyOf(turns.values());
    }

    private List<Map<String, AttributeValue>> items(
            ProjectId project, ConversationId conversation) {
        return clients
                .dynamo()
                .queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk AND begins_with(sk, :messages)")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk",
                                                        AttributeValue.fromS(
                                                                "P#"
                                                                        + project
                                                                        + "#C#"
                                                                        + conversation),
                                                ":messages", AttributeValue.fromS("M#"))))
                .items()
                .stream()
                .toList();
    }

    private void note(Map<String, AttributeValue> item, Map<Long, Turn> turns) {
        Turn turn =
                turns.computeIfAbsent(
                        Long.valueOf(attribute(item, "turn").n()),
                        n -> new Turn(new ArrayList<>(), new ArrayList<>()));
        if (attribute(item, "direction").s().equals("in")) {
            InboundMessage message =
                    wire.read(attribute(item, "content").s(), InboundMessage.class);
            turn.heard().add(message.id().value());
        } else {
            turn.said().add(Long.valueOf(attribute(item, "sk").s().substring(2)));
        }
    }

    private String why(Map<String, AttributeValue> item) {
        String failure = text(item, "failure");
        String outcome = text(item, item.containsKey("outcome") ? "outcome" : "decision");
        return !failure.isEmpty() || outcome.isEmpty()
                ? failure
                : wire.read(outcome, Ruling.class).why().en();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
