package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
import io.conserje.channel.whatsappsession.Commands.InDoubt;
import io.conserje.channel.whatsappsession.Commands.Never;
import io.conserje.channel.whatsappsession.Commands.NotTaken;
import io.conserje.channel.whatsappsession.Commands.Taken;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing.Say;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private static final OutboundMessage MESSAGE = Desk.to(Desk.ANA, new Say("Hola"));
    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted(Ids.ours(MESSAGE.id()));

    private final Session session = new Session();

    @Test
    void whatFindsNoAnswerIsTriedAgainAtOnceUnderTheSameId() {
        session.answering(new InDoubt("a"), new InDoubt("b"), new Taken());

        assertEquals(ACCEPTED, session.send(MESSAGE));
        assertEquals(3, session.puts.size());
        assertEquals(1, session.puts.stream().map(put -> put.command().text()).distinct().count());
    }

    @Test
    void whatFindsNoneInThreeTriesIsInDoubt() {
        session.answering(new InDoubt("a"), new InDoubt("b"), new InDoubt("c"), new Taken());

        assertEquals(new SendOutcome.Unknown("c"), session.send(MESSAGE));
        assertEquals(3, session.puts.size());
    }

    @Test
    void aLaterRefusalSaysNothingOfAnEarlierTry() {
        session.answering(new InDoubt("a"), new NotTaken(Delay.OUTAGE, "b"));
        assertEquals(new SendOutcome.Unknown("a"), session.send(MESSAGE));

        session.answering(new InDoubt("a"), new Never("b"));
        assertEquals(new SendOutcome.Unknown("a"), session.send(MESSAGE));
    }

    @Test
    void whatIsRefusedForNowIsSentLater() {
        session.answering(new NotTaken(Delay.OUTAGE, "a"));
        assertEquals(new SendOutcome.RetryLater(Duration.ofSeconds(5), "a"), session.send(MESSAGE));

        session.answering(new NotTaken(Delay.OPERATOR, "b"));
        assertEquals(
                new SendOutcome.RetryLater(Duration.ofSeconds(60), "b"), session.send(MESSAGE));

        session.answering(new NotTaken(Delay.THROUGHPUT, "c"));
        assertEquals(
                new SendOutcome.Throttled(Duration.ofSeconds(2), Scope.ACCOUNT, "c"),
                session.send(MESSAGE));
    }

    @Test
    void whatIsRefusedForGoodIsRejected() {
        session.answering(new Never("a"));

        assertEquals(new SendOutcome.Rejected("a"), session.send(MESSAGE));
        assertEquals(1, session.puts.size());
    }
}
