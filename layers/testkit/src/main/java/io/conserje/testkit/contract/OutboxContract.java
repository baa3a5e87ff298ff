package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Turn;
import io.conserje.testkit.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was decided to be said is kept until somebody confirms that it is queued. */
public interface OutboxContract extends UnderContract {

    @Test
    default void theOutboxIsKeptUntilItIsCleared() {
        Talk ana = Talk.withAna();
        Turn turn = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Uno.", "Dos.");
        conversations().commit(turn);
        assertEquals(turn.outbound(), conversations().load(ana.project(), ana.id()).outbox());

        conversations().clearOutbox(ana.project(), ana.id(), turn.after().version());

        Conversation kept = conversations().load(ana.project(), ana.id());
        assertEquals(List.of(), kept.outbox());
        assertEquals(1, kept.version());
        assertEquals(3, kept.lastSequence());
        assertEquals(turn.session(), kept.session());
    }

    @Test
    default void clearingTheOutboxOfAnOldTurnLeavesTheNewOne() {
        Talk ana = Talk.withAna();
        Turn first = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Uno.");
        Turn second = ana.saying(ana.hearing(first.after(), "m2"), "Dos.");
        conversations().commit(first);
        conversations().commit(second);

        conversations().clearOutbox(ana.project(), ana.id(), first.after().version());

        assertEquals(second.outbound(), conversations().load(ana.project(), ana.id()).outbox());
    }

    @Test
    default void clearingWhatNobodyHeardOfMakesNothing() {
        Talk ana = Talk.withAna();

        conversations().clearOutbox(ana.project(), ana.id(), 0);
        conversations().clearOutbox(ana.project(), ana.id(), 1);

        assertEquals(Conversation.fresh(), conversations().load(ana.project(), ana.id()));
    }

    @Test
    default void aClearedOutboxDoesNotForgetTheMessages() {
        Talk ana = Talk.withAna();
        Turn turn = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Uno.");
        conversations().commit(turn);

        conversations().clearOutbox(ana.project(), ana.id(), turn.after().version());

        assertEquals(
                new Claimed(1), claim(ana.project(), turn.outbound().getFirst().id(), ana.now()));
    }
}
