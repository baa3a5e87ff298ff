package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.Conversation;
import io.conserje.application.Turn;
import io.conserje.aws.ItemUpdate.Written;
import io.conserje.engine.Session;
import io.conserje.engine.send.Standing;
import io.conserje.model.ConversationId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item of a conversation's state. A turn writes its session, deliveries write what they learn
 * about the contact, each in attributes of its own.
 */
final class StateItems {
    private final AwsClients clients;
    private final String table;
    private final Wire wire;

    StateItems(AwsClients clients, String table, Wire wire) {
        this.clients = clients;
        this.table = table;
        this.wire = wire;
    }

    Conversation load(ProjectId project, ConversationId conversation) {
        Map<String, AttributeValue> item =
                clients.dynamo()
                        .getItem(get ->
                                get.tableName(table)
                                        .key(Items.key(project, conversation, Items.STATE))
                                        .consistentRead(true))
                        .item();
        if (!item.containsKey("version")) {
            return Conversation.fresh();
        }
        Session session = wire.read(Items.stringOf(item, "session"), Session.class);
        return new Conversation(
                Items.longOf(item, "version"),
                Items.longOf(item, "lastSequence"),
                session,
                standing(item, session),
                Items.listOf(item, "outbox").stream()
                        .map(entry -> wire.read(entry.s(), OutboundMessage.class))
                        .toList());
    }

    private static Standing standing(Map<String, AttributeValue> item, Session session) {
        Standing known =
                Standing.unknown()
                        .withUnreachableSince(Items.instantOf(item, "unreachableSince"))
                        .withMarketing(item.containsKey("marketing"))
                        .withNotices(notices(item))
                        .withStoppedAt(
                                session.phase() instanceof Session.Stopped stopped
                                        ? Optional.of(stopped.since())
                                        : Optional.empty());
        return Items.instantOf(item, "lastInbound").map(known::withLastInbound).orElse(known);
    }

    private static List<Instant> notices(Map<String, AttributeValue> item) {
        return item.containsKey("notices")
                ? Items.listOf(item, "notices").stream().map(at -> Instant.parse(at.s())).toList()
                : List.of();
    }

    /** Holds only while the state that the turn was decided on still stands. */
    TransactWriteItem write(Turn turn) {
        Conversation after = turn.after();
        ItemUpdate update =
                new ItemUpdate(table, Items.key(turn.project(), turn.conversation(), Items.STATE))
                        .set("version", number(after.version()))
                        .set("lastSequence", number(after.lastSequence()))
                        .set("session", text(wire.write(after.session())))
                        .set("outbox", outbox(after.outbox()))
                        .set("updatedAt", text(turn.at().toString()));
        turn.contact().ifPresent(contact -> update.set("contact", text(wire.write(contact))));
        write(turn.before().standing(), after.standing(), update);
        if (turn.before().version() == 0) {
            return update.when("attribute_not_exists(#version)").inTransaction();
        }
        return update.when("#version = :before")
                .with("before", number(turn.before().version()))
                .inTransaction();
    }

    private static void write(Standing before, Standing standing, ItemUpdate update) {
        standing.lastInbound().ifPresent(at -> update.set("lastInbound", text(at.toString())));
        boolean wrote = !standing.lastInbound().equals(before.lastInbound());
        // A delivery writes it too: this turn does only when it tells something of it.
        if (wrote || !standing.unreachableSince().equals(before.unreachableSince())) {
            standing.unreachableSince()
                    .ifPresentOrElse(
                            since -> update.set("unreachableSince", text(since.toString())),
                            () -> update.remove("unreachableSince"));
        }
        if (standing.marketing()) {
            update.set("marketing", AttributeValue.fromBool(true));
        } else {
            update.remove("marketing");
        }
    }

    private AttributeValue outbox(List<OutboundMessage> messages) {
        return AttributeValue.fromL(
                messages.stream().map(message -> text(wire.write(message))).toList());
    }

    /** A later turn has its own outbox by then, and it sent this one's first. */
    Written clearOutbox(ProjectId project, ConversationId conversation, long version) {
        return change(project, conversation)
                .set("outbox", AttributeValue.fromL(List.of()))
                .when("#version = :version")
                .with("version", number(version))
                .run(clients);
    }

    Written unreachable(ProjectId project, ConversationId conversation, Instant since) {
        return change(project, conversation)
                .set("unreachableSince", text(since.toString()))
                .when("attribute_exists(#version)")
                .run(clients);
    }

    Written noticed(ProjectId project, ConversationId conversation, List<Instant> sent) {
        return change(project, conversation)
                .set(
                        "notices",
                        AttributeValue.fromL(sent.stream().map(at -> text(at.toString())).toList()))
                .when("attribute_exists(#version)")
                .run(clients);
    }

    private ItemUpdate change(ProjectId project, ConversationId conversation) {
        return new ItemUpdate(table, Items.key(project, conversation, Items.STATE));
    }
}
