package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.AdvanceConversation.Outcome;
import io.conserje.model.Arrival;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.InMemoryConversations.Moment;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is repeated and whoever dies, a message takes effect once and its answer is queued. */
class ExactlyOnceTest {
    private static final Instant NOW = Messages.MORNING;

    private final Desk desk = Desk.open();
    private final AdvanceConversation advance = desk.advanceConversation();

    @Test
    void aMessageThatComesAgainIsNotAnsweredAgain() {
        advance.advance(List.of(Arrivals.fromAna("hola")), NOW);

        Outcome again = advance.advance(List.of(Arrivals.fromAna("hola")), NOW.plusSeconds(600));

        assertEquals(List.of(), again.turns());
        assertEquals(1, desk.outbound().all().size());
        assertEquals(1, desk.withAna().heard().size());
    }

    @Test
    void theSameMessageTwiceInOneBatchIsOne() {
        Outcome outcome =
                advance.advance(
                        List.of(Arrivals.fromAna("hola"), Arrivals.fromAna("hola", "gracias")),
                        NOW);

        assertEquals(List.of("hola", "gracias"), heard(outcome));
        assertEquals(1, desk.outbound().all().size());
    }

    @Test
    void ofABatchThatIsPartlyKnownOnlyTheNewPartTakesEffect() {
        advance.advance(List.of(Arrivals.fromAna("hola")), NOW);

        Outcome outcome =
                advance.advance(
                        List.of(Arrivals.fromAna("gracias", "hola", "precios")),
                        NOW.plusSeconds(5));

        assertEquals(List.of("gracias", "precios"), heard(outcome));
    }

    @Test
    void manyThatAreHandedTheSameMessageAnswerItOnce() {
        Arrival hola = Arrivals.fromAna("hola");

        Race.of(10, () -> advance.advance(List.of(hola), NOW));

        assertEquals(1, desk.withAna().said().size());
        assertEquals(1, desk.outbound().all().stream().map(OutboundMessage::id).distinct().count());
    }

    @Test
    void anAnswerThatWasNotQueuedIsQueuedWhenTheMessageComesAgain() {
        desk.outbound().downFor(1);
        Arrival hola = Arrivals.fromAna("hola");
        assertThrows(Unavailable.class, () -> advance.advance(List.of(hola), NOW));
        assertEquals(List.of(), desk.outbound().all());

        Outcome again = advance.advance(List.of(hola), NOW.plusSeconds(1));

        assertEquals(List.of(), again.turns());
        assertEquals(desk.withAna().said(), desk.outbound().all());
        assertEquals(1, desk.outbound().all().size());
        assertEquals(List.of(), outbox());
    }

    @Test
    void anAnswerThatWasNotQueuedGoesBeforeTheNextOne() {
        desk.outbound().downFor(1);
        assertThrows(
                Unavailable.class, () -> advance.advance(List.of(Arrivals.fromAna("hola")), NOW));

        advance.advance(List.of(Arrivals.fromAna("precios")), NOW.plusSeconds(5));

        assertEquals(2, desk.outbound().all().size());
        assertEquals(desk.withAna().said(), desk.outbound().all());
    }

    @Test
    void anAnswerThatWasQueuedInPartIsQueuedWholeInItsOrder() {
        desk.channel().carrying(Accounts.withTextsOf(54));
        desk.outbound().fallsAfter(1);
        Arrival burst = Arrivals.fromAna("precios", "parking");
        assertThrows(Unavailable.class, () -> advance.advance(List.of(burst), NOW));
        assertEquals(List.of(3L), sequences());

        advance.advance(List.of(burst), NOW.plusSeconds(1));

        assertEquals(List.of(3L, 3L, 4L), sequences());
        assertEquals(desk.withAna().said(), desk.outbound().all().stream().distinct().toList());
    }

    @Test
    void whoDiesBeforeTheOutboxIsClearedLeavesItToBeSentAgainUnderTheSameNames() {
        desk.conversations()
                .interruptOnce(
                        Moment.BEFORE_CLEARING_THE_OUTBOX,
                        () -> {
                            throw new Unavailable("the table");
                        });
        Arrival hola = Arrivals.fromAna("hola");
        assertThrows(Unavailable.class, () -> advance.advance(List.of(hola), NOW));

        advance.advance(List.of(hola), NOW.plusSeconds(1));

        assertEquals(List.of(2L, 2L), sequences());
        assertEquals(List.of(), outbox());
    }

    @Test
    void whatIsQueuedIsNotSentAgainByTheNextTurn() {
        advance.advance(List.of(Arrivals.fromAna("hola")), NOW);
        advance.advance(List.of(Arrivals.fromAna("precios")), NOW.plusSeconds(5));

        assertEquals(List.of(2L, 4L), sequences());
    }

    private List<OutboundMessage> outbox() {
        return desk.conversations()
                .load(Businesses.CLINIC, Arrivals.conversationOf(Arrivals.ANA))
                .outbox();
    }

    private List<Long> sequences() {
        return desk.outbound().all().stream()
                .map(OutboundMessage::id)
                .map(OutboundId::sequence)
                .toList();
    }

    private static List<String> heard(Outcome outcome) {
        return outcome.turns().stream()
                .flatMap(turn -> turn.inbound().stream())
                .map(heard -> heard.message().id().value().substring("id of ".length()))
                .toList();
    }
}
