package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Conversations.Claimed;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Ruling;
import io.conserje.engine.Bilingual;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.KeptRulings;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Talk;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given up can be sent after all, or given up for good. */
public interface ParkedContract extends UnderContract {
    Instant LATER = Messages.MORNING.plusSeconds(600);
    Ruling REPLAYED =
            new Ruling(
                    Ruling.Kind.OUTCOME,
                    Ruling.REPLAYED,
                    new Bilingual("De nuevo.", "Again."),
                    LATER);

    private OutboundMessage parked() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");
        claim(message, Messages.MORNING);
        park(message);
        return message;
    }

    private boolean unpark(OutboundMessage message) {
        return conversations().unpark(message.project(), message.id(), REPLAYED);
    }

    private boolean discard(OutboundMessage message) {
        return conversations()
                .discard(message.project(), message.id(), KeptRulings.outcome(Status.REFUSED));
    }

    @Test
    default void aParkedMessageCanBeSentAfterAll() {
        OutboundMessage message = parked();

        assertTrue(unpark(message));
        assertEquals(new Claimed(2), claim(message, LATER));
    }

    @Test
    default void whatWasDoubtedBeforeIsSettledByIt() {
        OutboundMessage message = parked();
        unpark(message);
        claim(message, LATER);

        assertEquals(new InDoubt(2, 1, LATER.plusSeconds(1)), claim(message, LATER.plusSeconds(1)));
    }

    @Test
    default void sendingItOnItsWayTwiceIsAsGoodAsOnce() {
        OutboundMessage message = parked();

        assertTrue(unpark(message));
        assertTrue(unpark(message));
        assertEquals(new Claimed(2), claim(message, LATER));
        assertFalse(unpark(message));
    }

    @Test
    default void whatHasEndedStaysAsItIs() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");
        claim(message, Messages.MORNING);
        settle(message, Status.ACCEPTED);

        assertFalse(unpark(message));
        assertFalse(discard(message));
        assertEquals(Status.ACCEPTED, settledAs(message));
    }

    @Test
    default void whatIsOnItsWayAgainIsListedUntilItIsTaken() {
        OutboundMessage message = parked();
        unpark(message);

        assertEquals(List.of(message.id()), conversations().troubles(message.project(), 10));
        assertTrue(
                conversations()
                        .explain(message.project(), message.id())
                        .orElseThrow()
                        .isReplayed());
        claim(message, LATER);
        settle(message, Status.ACCEPTED);

        assertEquals(List.of(), conversations().troubles(message.project(), 10));
    }

    @Test
    default void aParkedMessageCanBeDiscarded() {
        OutboundMessage message = parked();

        assertTrue(discard(message));
        assertTrue(discard(message));
        assertEquals(new Settled(Status.REFUSED), claim(message, LATER));
        assertFalse(unpark(message));
    }

    @Test
    default void whatIsBeingSentIsNotDiscarded() {
        OutboundMessage message = Talk.withAna().says(conversations(), "Hola.");
        claim(message, Messages.MORNING);

        assertFalse(discard(message));
    }

    @Test
    default void whatIsNotThereIsNeitherSentNorDiscarded() {
        Talk ana = Talk.withAna();
        OutboundId nobodys = new OutboundId(ana.id(), 9);

        assertFalse(conversations().unpark(ana.project(), nobodys, REPLAYED));
        assertFalse(
                conversations()
                        .discard(ana.project(), nobodys, KeptRulings.outcome(Status.REFUSED)));
    }
}
