package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.aws.AwsClients;
import io.conserje.aws.DeadLetters;
import io.conserje.aws.Env;
import io.conserje.aws.ParkedLog.Deed;
import io.conserje.aws.ParkedLog.Handled;
import io.conserje.local.audit.StoredAudit;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.parked.ParkedWork;
import io.conserje.local.parked.Waiting;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was parked comes back when a person says so, once, or is discarded with a reason. */
class ParkedTest {
    private static final String ANA = "50761000001";

    private Site site;
    private Env env;
    private AwsClients clients;
    private ParkedWork work;
    private Sessions sessions;

    @BeforeEach
    void open(@TempDir Path data) {
        site = Checkout.running(data);
        env = site.cloud().environmentOf("HealthFunction");
        clients = new AwsClients(env);
        work = ParkedWork.of(clients, env, "olga");
        sessions = new Sessions(clients, env);
    }

    @AfterEach
    void close() {
        clients.close();
        site.close();
    }

    /** The greeting was answered, and the question after it lies in a dead-letter queue. */
    private List<Map<String, AttributeValue>> parkedQuestion() {
        Checkout.phone(site).say(ANA, "hola");
        Checkout.settle(site);
        List<Map<String, AttributeValue>> states = sessions.spoil();
        Checkout.phone(site).say(ANA, "¿a qué hora abren?");
        Checkout.settle(site);
        assertEquals(1, Checkout.texts(site, ANA).size(), Checkout.texts(site, ANA)::toString);
        return states;
    }

    private void assertEveryPromiseWasKept() {
        Checkout.settle(site);
        assertEquals(List.of(), StoredAudit.of(env, Optional.empty(), Instant.now()).violations());
    }

    @Test
    void aQuestionThatCouldNotBeReadIsAnsweredOnceItCan() {
        List<Map<String, AttributeValue>> states = parkedQuestion();
        Waiting letter = work.list().getFirst();
        assertInstanceOf(Waiting.Letter.class, letter);
        sessions.mend(states);

        assertEquals(1, work.replay(letter.id()::equals));

        assertTrue(Checkout.texts(site, ANA).getLast().contains("Lunes a viernes"));
        assertEquals(2, Checkout.texts(site, ANA).size());
        assertEquals(List.of(), work.list());
        assertEveryPromiseWasKept();
    }

    @Test
    void whatCannotBeDoneYetComesBackToWhereItWas() {
        parkedQuestion();

        assertEquals(1, work.replay(id -> true));
        Checkout.settle(site);

        assertEquals(1, work.list().size());
        assertEveryPromiseWasKept();
    }

    @Test
    void replayingTwiceAnswersOnce() {
        List<Map<String, AttributeValue>> states = parkedQuestion();
        sessions.mend(states);
        DeadLetters letters = new DeadLetters(clients, env);
        // As if a process had died after it sent it on its way, before it was taken out.
        letters.resend(letters.look().getFirst(), Instant.now());
        Checkout.settle(site);

        assertEquals(1, work.replay(id -> true));
        assertEquals(0, work.replay(id -> true));

        assertEquals(2, Checkout.texts(site, ANA).size());
        assertEveryPromiseWasKept();
    }

    @Test
    void whatIsDiscardedIsKeptWithItsReason() {
        parkedQuestion();

        assertEquals(1, work.discard(id -> true, "Ana called instead"));

        assertEquals(List.of(), work.list());
        Handled handled = work.handled(10).getFirst();
        assertEquals(Deed.DISCARDED, handled.deed());
        assertEquals("Ana called instead", handled.why());
        assertEquals("olga", handled.by());
        assertTrue(handled.body().contains("abren"));
        assertEveryPromiseWasKept();
    }

    @Test
    void aMessageLeftInDoubtIsSentWhenAPersonSaysSo() {
        Site.Line telegram = Checkout.line(site, "demo", "telegram");
        telegram.emulator().turn(FaultDial.parse("stall=1,seed=1"));
        telegram.emulator().phone().say(ANA, "hola");
        Checkout.settle(site);
        Waiting message = work.list().getFirst();
        assertInstanceOf(Waiting.Message.class, message);
        int before = Checkout.texts(site, "demo", "telegram", ANA).size();
        telegram.emulator().turn(FaultDial.OFF);

        assertEquals(1, work.replay(message.id()::equals));

        assertEquals(before + 1, Checkout.texts(site, "demo", "telegram", ANA).size());
        assertEquals(List.of(), work.list());
        assertEquals(0, work.replay(message.id()::equals));
        assertEveryPromiseWasKept();
    }

    @Test
    void aMessageLeftInDoubtIsNotSentOnceItIsDiscarded() {
        Site.Line telegram = Checkout.line(site, "demo", "telegram");
        telegram.emulator().turn(FaultDial.parse("stall=1,seed=1"));
        telegram.emulator().phone().say(ANA, "hola");
        Checkout.settle(site);
        int before = Checkout.texts(site, "demo", "telegram", ANA).size();
        telegram.emulator().turn(FaultDial.OFF);
        String id = work.list().getFirst().id();

        assertEquals(1, work.discard(id::equals, "it arrived"));

        assertEquals(0, work.replay(id::equals));
        assertEquals(before, Checkout.texts(site, "demo", "telegram", ANA).size());
        assertEquals(List.of(), work.list());
        assertEveryPromiseWasKept();
    }
}
