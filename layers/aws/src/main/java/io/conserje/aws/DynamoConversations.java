package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations;
import io.conserje.application.Ruling;
import io.conserje.application.Turn;
import io.conserje.application.Unavailable;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Conversations in DynamoDB. Of one conversation, under one partition key that begins with its
 * project: {@code STATE}; a message each as {@code M#<sequence>}; and {@code SEEN#<digest>} for
 * each inbound message id, whose conditional write is what makes an effect happen once. What failed
 * or was parked is listed under its project, in {@link TroubleItems}.
 */
public final class DynamoConversations implements Conversations {
    private static final int STATE_COMES_FIRST = 0;

    private final AwsClients clients;
    private final String table;
    private final Wire wire;
    private final StateItems contacts;
    private final OutboundItems outbound;
    private final TroubleItems troubles;
    private final Explanations explanations;

    public DynamoConversations(AwsClients clients, Env env, Wire wire, RandomGenerator random) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("CONVERSATIONS_TABLE");
        this.wire = wire;
        this.contacts = new StateItems(clients, table, wire);
        this.outbound = new OutboundItems(clients, table, wire, random);
        this.troubles = new TroubleItems(clients, table);
        this.explanations = new Explanations(clients, table, wire);
        variables.check();
    }

    @Override
    public Conversation load(ProjectId project, ConversationId conversation) {
        return asking(() -> contacts.load(project, conversation));
    }

    @Override
    public Set<MessageId> heard(
            ProjectId project, ConversationId conversation, Collection<MessageId> messages) {
        return messages.stream()
                .filter(message -> isSeen(project, conversation, message))
                .collect(Collectors.toSet());
    }

    private boolean isSeen(ProjectId project, ConversationId conversation, MessageId message) {
        Map<String, AttributeValue> key = Items.key(project, conversation, Items.seen(message));
        return asking(() ->
                        clients.dynamo()
                                .getItem(get ->
                                        get.tableName(table)
                                                .key(key)
                                                .projectionExpression("pk")
                                                .consistentRead(true)))
                .hasItem();
    }

    @Override
    public Commit commit(Turn turn) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(contacts.write(turn));
        turn.inbound().forEach(heard -> writes.add(seen(turn, heard.message().id())));
        writes.addAll(messages(turn));
        try {
            asking(() -> clients.dynamo().transactWriteItems(write -> write.transactItems(writes)));
            return new Committed();
        } catch (TransactionCanceledException e) {
            return cancelled(turn, e);
        }
    }

    private Commit cancelled(Turn turn, TransactionCanceledException e) {
        Set<MessageId> heard = new HashSet<>();
        for (int i = 0; i < turn.inbound().size(); i++) {
            if (isCondition(e, STATE_COMES_FIRST + 1 + i)) {
                heard.add(turn.inbound().get(i).message().id());
            }
        }
        if (!heard.isEmpty()) {
            return new AlreadyHeard(heard);
        }
        boolean conflict =
                e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .anyMatch("TransactionConflict"::equals);
        if (conflict || isCondition(e, STATE_COMES_FIRST)) {
            return new Overtaken();
        }
        throw new Unavailable("the conversations", e);
    }

    private static boolean isCondition(TransactionCanceledException e, int index) {
        return e.cancellationReasons().size() > index
                && "ConditionalCheckFailed".equals(e.cancellationReasons().get(index).code());
    }

    private TransactWriteItem seen(Turn turn, MessageId message) {
        Map<String, AttributeValue> item =
                Items.item(turn.project(), turn.conversation(), Items.seen(message));
        item.put("expiresAt", number(turn.at().plus(Items.REMEMBER_SEEN).getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private List<TransactWriteItem> messages(Turn turn) {
        List<TransactWriteItem> writes = new ArrayList<>();
        long sequence = turn.before().lastSequence();
        for (Turn.Heard heard : turn.inbound()) {
            sequence++;
            Map<String, AttributeValue> item = message(turn, sequence, "in", heard.correlation());
            item.put("content", text(wire.write(heard.message())));
            item.put("rule", text(heard.rule()));
            writes.add(put(item));
        }
        for (OutboundMessage message : turn.outbound()) {
            Map<String, AttributeValue> item =
                    message(turn, message.id().sequence(), "out", message.correlation().value());
            item.put("content", text(wire.write(message)));
            item.put("status", text(Status.QUEUED.name()));
            writes.add(put(item));
        }
        return writes;
    }

    private static Map<String, AttributeValue> message(
            Turn turn, long sequence, String direction, String correlation) {
        Map<String, AttributeValue> item =
                Items.item(turn.project(), turn.conversation(), Items.message(sequence));
        item.put("direction", text(direction));
        item.put("turn", number(turn.after().version()));
        item.put("correlation", text(correlation));
        item.put("at", text(turn.at().toString()));
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    @Override
    public void clearOutbox(ProjectId project, ConversationId conversation, long version) {
        asking(() -> contacts.clearOutbox(project, conversation, version));
    }

    @Override
    public Claim claim(ProjectId project, OutboundId message, Ruling ruling, Instant now) {
        return asking(() -> outbound.claim(project, message, ruling, now));
    }

    @Override
    public Claim takeOver(ProjectId project, InDoubt doubt, OutboundId message, Instant now) {
        return asking(() -> outbound.takeOver(project, doubt, message, now));
    }

    @Override
    public Claim rule(ProjectId project, OutboundId message, Ruling ruling) {
        return asking(() -> outbound.rule(project, message, ruling));
    }

    @Override
    public void settle(
            ProjectId project,
            OutboundId message,
            Status to,
            Ruling ruling,
            Optional<String> providerId) {
        asking(() -> {
            if (troubles.is(to)) {
                troubles.add(project, message, ruling.at());
            }
            outbound.settle(project, message, to, ruling, providerId);
            return to;
        });
    }

    @Override
    public void park(ProjectId project, OutboundId message, Ruling ruling) {
        asking(() -> {
            troubles.add(project, message, ruling.at());
            outbound.park(project, message, ruling);
            return ruling;
        });
    }

    @Override
    public boolean unpark(ProjectId project, OutboundId message, Ruling ruling) {
        return asking(() -> outbound.unpark(project, message, ruling));
    }

    @Override
    public boolean discard(ProjectId project, OutboundId message, Ruling ruling) {
        return asking(() -> outbound.discard(project, message, ruling));
    }

    @Override
    public void unreachable(ProjectId project, ConversationId conversation, Instant since) {
        asking(() -> contacts.unreachable(project, conversation, since));
    }

    @Override
    public void noticed(ProjectId project, ConversationId conversation, List<Instant> sent) {
        asking(() -> contacts.noticed(project, conversation, sent));
    }

    @Override
    public Optional<Explained> explain(ProjectId project, OutboundId message) {
        return asking(() -> explanations.of(project, message));
    }

    @Override
    public List<OutboundId> troubles(ProjectId project, int most) {
        return asking(() ->
                troubles.latest(project)
                        .filter(message -> isTrouble(project, message))
                        .limit(most)
                        .toList());
    }

    private boolean isTrouble(ProjectId project, OutboundId message) {
        return explanations
                .of(project, message)
                .filter(one -> troubles.is(one.status()) || one.isReplayed())
                .isPresent();
    }

    @Override
    public Optional<CorrelationId> record(ProjectId project, OutboundId message, Receipt receipt) {
        return asking(() -> {
            if (receipt.progress() == Receipt.Progress.FAILED) {
                troubles.add(project, message, receipt.at());
            }
            return outbound.record(project, message, receipt);
        });
    }

    /** Conditions are answers and pass; everything else that the table says means: not now. */
    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
            throw e;
        } catch (SdkException e) {
            throw new Unavailable("the conversations", e);
        }
    }
}
