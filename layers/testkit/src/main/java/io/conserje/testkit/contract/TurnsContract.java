package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Conversation;
import io.conserje.application.Conversations.AlreadyHeard;
import io.conserje.application.Conversations.Commit;
import io.conserje.application.Conversations.Committed;
import io.conserje.application.Conversations.Missing;
import io.conserje.application.Conversations.Overtaken;
import io.conserje.application.Turn;
import io.conserje.model.MessageId;
import io.conserje.testkit.Race;
import io.conserje.testkit.Talk;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A turn is written whole or not at all, on what it was decided on, and no message counts twice.
 */
public interface TurnsContract extends UnderContract {
    int RACERS = 12;

    @Test
    default void aConversationThatNobodyHeardOfIsFresh() {
        Talk ana = Talk.withAna();

        assertEquals(Conversation.fresh(), conversations().load(ana.project(), ana.id()));
    }

    @Test
    default void aTurnIsKeptAsItWasDecided() {
        Talk ana = Talk.withAna();
        Turn turn = ana.saying(ana.hearing(Conversation.fresh(), "m1", "m2"), "Buenos días.");

        assertEquals(new Committed(), conversations().commit(turn));

        assertEquals(turn.after(), conversations().load(ana.project(), ana.id()));
    }

    @Test
    default void turnsFollowEachOther() {
        Talk ana = Talk.withAna();
        Turn first = ana.hearing(Conversation.fresh(), "m1");
        Turn second = ana.saying(ana.hearing(first.after(), "m2"), "Buenos días.");

        assertEquals(new Committed(), conversations().commit(first));
        assertEquals(new Committed(), conversations().commit(second));

        Conversation kept = conversations().load(ana.project(), ana.id());
        assertEquals(2, kept.version());
        assertEquals(3, kept.lastSequence());
    }

    @Test
    default void aRepeatedMessageIsNamedAndChangesNothing() {
        Talk ana = Talk.withAna();
        Turn first = ana.hearing(Conversation.fresh(), "m1", "m2");
        conversations().commit(first);

        Commit again = conversations().commit(ana.saying(ana.hearing(first.after(), "m2"), "¿Sí?"));

        assertEquals(new AlreadyHeard(ids("m2")), again);
        assertEquals(first.after(), conversations().load(ana.project(), ana.id()));
    }

    @Test
    default void itTellsWhichMessagesTookEffect() {
        Talk ana = Talk.withAna();
        conversations().commit(ana.hearing(Conversation.fresh(), "m1", "m2"));

        assertEquals(ids("m2"), conversations().heard(ana.project(), ana.id(), ids("m2", "new")));
        assertEquals(ids(), conversations().heard(ana.project(), ana.id(), ids("new")));
    }

    @Test
    default void aTurnThatIsPartlyRepeatedWritesNothingOfItsNewPart() {
        Talk ana = Talk.withAna();
        Turn first = ana.hearing(Conversation.fresh(), "m1", "m2");
        conversations().commit(first);
        Turn mixed = ana.saying(ana.hearing(first.after(), "m1", "new", "m2"), "¿Sí?");

        assertEquals(new AlreadyHeard(ids("m1", "m2")), conversations().commit(mixed));

        assertEquals(first.after(), conversations().load(ana.project(), ana.id()));
        assertEquals(
                new Missing(), claim(ana.project(), mixed.outbound().getFirst().id(), ana.now()));
        assertEquals(new Committed(), conversations().commit(ana.hearing(first.after(), "new")));
    }

    @Test
    default void theSameTurnAgainIsARepetition() {
        Talk ana = Talk.withAna();
        Turn turn = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Buenos días.");
        conversations().commit(turn);

        assertEquals(new AlreadyHeard(ids("m1")), conversations().commit(turn));
    }

    @Test
    default void aTurnThatWasDecidedOnAnOldStateIsOvertaken() {
        Talk ana = Talk.withAna();
        Turn first = ana.hearing(Conversation.fresh(), "m1");
        Turn second = ana.hearing(first.after(), "m2");
        conversations().commit(first);
        conversations().commit(second);
        Turn late = ana.saying(ana.hearing(first.after(), "m3"), "Tarde.");

        assertEquals(new Overtaken(), conversations().commit(late));

        assertEquals(second.after(), conversations().load(ana.project(), ana.id()));
        assertEquals(new Committed(), conversations().commit(ana.hearing(second.after(), "m3")));
    }

    @Test
    default void twoCannotBothBeTheFirstTurn() {
        Talk ana = Talk.withAna();
        conversations().commit(ana.hearing(Conversation.fresh(), "m1"));

        assertEquals(
                new Overtaken(), conversations().commit(ana.hearing(Conversation.fresh(), "m2")));
    }

    @Test
    default void aTurnThatWasDecidedOnWhatNeverWasIsOvertaken() {
        Talk ana = Talk.withAna();
        Turn imagined = ana.hearing(Conversation.fresh(), "m1");

        assertEquals(new Overtaken(), conversations().commit(ana.hearing(imagined.after(), "m2")));
    }

    @Test
    default void ofManyThatHeardTheSameMessageOneTurnCounts() {
        Talk ana = Talk.withAna();
        Turn turn = ana.saying(ana.hearing(Conversation.fresh(), "m1"), "Buenos días.");

        List<Commit> ends = Race.of(RACERS, () -> conversations().commit(turn));

        assertEquals(1, ends.stream().filter(Committed.class::isInstance).count(), ends.toString());
        assertEquals(turn.after(), conversations().load(ana.project(), ana.id()));
    }

    @Test
    default void ofTwoTurnsOnTheSameStateOneWins() {
        Talk ana = Talk.withAna();
        Turn one = ana.hearing(Conversation.fresh(), "m1");
        Turn other = ana.hearing(Conversation.fresh(), "m2", "m3");
        Queue<Turn> turns = new ConcurrentLinkedQueue<>(List.of(one, other));

        List<Commit> ends = Race.of(2, () -> conversations().commit(turns.remove()));

        assertEquals(1, ends.stream().filter(Committed.class::isInstance).count(), ends.toString());
        assertEquals(1, ends.stream().filter(Overtaken.class::isInstance).count(), ends.toString());
        assertEquals(1, conversations().load(ana.project(), ana.id()).version());
    }

    @Test
    default void theSameMessageIdInAnotherConversationIsAnotherMessage() {
        Talk ana = Talk.withAna();
        Talk beto = Talk.withBeto();
        conversations().commit(ana.hearing(Conversation.fresh(), "m1"));

        assertEquals(
                new Committed(), conversations().commit(beto.hearing(Conversation.fresh(), "m1")));
    }

    @Test
    default void aMessageIdMayBeLongerThanAnyKey() {
        Talk ana = Talk.withAna();
        String id = "wamid." + "x".repeat(3000);
        Turn first = ana.hearing(Conversation.fresh(), id + "1");

        assertEquals(new Committed(), conversations().commit(first));
        assertEquals(new Committed(), conversations().commit(ana.hearing(first.after(), id + "2")));
    }

    private static Set<MessageId> ids(String... ids) {
        return Arrays.stream(ids).map(MessageId::new).collect(Collectors.toSet());
    }
}
