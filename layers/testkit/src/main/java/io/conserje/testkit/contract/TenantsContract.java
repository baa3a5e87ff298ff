package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.Committed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Turn;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Talk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A project that names another's conversation and message finds nothing and changes nothing. */
public interface TenantsContract extends UnderContract {
    ProjectId STRANGER = new ProjectId("otra-clinica");

    @Test
    default void anotherProjectSeesNothingOfAConversation() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");

        assertEquals(Conversation.fresh(), conversations().load(STRANGER, ana.id()));
        assertEquals(new Missing(), claim(STRANGER, message.id(), ana.now()));
        assertEquals(
                Optional.empty(), conversations().record(STRANGER, message.id(), sent(message)));
    }

    @Test
    default void anotherProjectChangesNothingOfAConversation() {
        Talk ana = Talk.withAna();
        OutboundMessage message = ana.says(conversations(), "Hola.");
        Conversation before = conversations().load(ana.project(), ana.id());

        conversations().clearOutbox(STRANGER, ana.id(), before.version());
        conversations().record(STRANGER, message.id(), sent(message));
        conversations().park(STRANGER, message.id(), KeptRulings.outcome(Status.PARKED));

        assertEquals(before, conversations().load(ana.project(), ana.id()));
        assertEquals(new Claimed(1), claim(ana.project(), message.id(), ana.now()));

        InDoubt doubt = new InDoubt(1, 1, ana.now());
        conversations()
                .settle(
                        STRANGER,
                        message.id(),
                        Status.FAILED,
                        KeptRulings.outcome(Status.FAILED),
                        Optional.empty());
        conversations().unreachable(STRANGER, ana.id(), ana.now());
        conversations().noticed(STRANGER, ana.id(), List.of(ana.now()));
        assertEquals(Optional.empty(), conversations().explain(STRANGER, message.id()));
        assertEquals(List.of(), conversations().troubles(STRANGER, 10));
        assertEquals(
                new Missing(), conversations().takeOver(STRANGER, doubt, message.id(), ana.now()));
        assertEquals(doubt, claim(ana.project(), message.id(), ana.now()));
    }

    @Test
    default void twoProjectsMayHaveTheSameConversationAndMessageIds() {
        Talk ana = Talk.withAna();
        Turn ours = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Hola.");
        Turn theirs =
                new Turn(
                        STRANGER,
                        ours.conversation(),
                        ours.contact(),
                        ours.before(),
                        ours.session(),
                        ours.standing(),
                        ours.inbound(),
                        ours.outbound(),
                        ours.at());

        assertEquals(new Committed(), conversations().commit(ours));
        assertEquals(new Committed(), conversations().commit(theirs));
    }

    private static Receipt sent(OutboundMessage message) {
        return new Receipt(
                "wamid.OUT",
                Optional.of(message.id()),
                Progress.SENT,
                message.decidedAt(),
                Optional.empty());
    }
}
