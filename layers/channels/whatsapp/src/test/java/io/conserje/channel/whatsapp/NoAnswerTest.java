package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.Outgoing.Say;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a call without an answer may have arrived decides whether it may be made again. */
class NoAnswerTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aDroppedConnectionLeavesItUnknown() throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(HttpExchange::close);

            assertInstanceOf(SendOutcome.Unknown.class, send(graph.account(), Desk.TOKEN));
            assertEquals(1, graph.calls.size());
        }
    }

    @Test
    void silenceLeavesItUnknown() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Graph graph = new Graph()) {
            graph.answers(exchange -> await(over));

            assertInstanceOf(SendOutcome.Unknown.class, send(graph.account(), Desk.TOKEN));
            over.countDown();
        }
    }

    @Test
    void anInterruptionLeavesItUnknownAndStaysVisible() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Graph graph = new Graph()) {
            graph.answers(exchange -> await(over));
            Thread.currentThread().interrupt();

            SendOutcome outcome = send(graph.account(), Desk.TOKEN);

            assertTrue(Thread.interrupted());
            assertInstanceOf(SendOutcome.Unknown.class, outcome);
            over.countDown();
        }
    }

    @Test
    void aRefusedConnectionIsTriedLater() throws Exception {
        assertInstanceOf(
                SendOutcome.RetryLater.class,
                send(Graph.accountAt("http://127.0.0.1:" + closedPort()), Desk.TOKEN));
    }

    @Test
    void anUnknownHostIsTriedLater() {
        assertInstanceOf(
                SendOutcome.RetryLater.class,
                send(Graph.accountAt("http://graph.invalid"), Desk.TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ñ"})
    void aTokenThatNoHeaderTakesIsNotSentAndNotQuoted(String token) throws Exception {
        try (Graph graph = new Graph()) {
            var later =
                    assertInstanceOf(SendOutcome.RetryLater.class, send(graph.account(), token));

            assertTrue(later.reason().contains("access token"));
            assertFalse(later.reason().contains("words") || later.reason().contains("break"));
            assertEquals(0, graph.calls.size());
        }
    }

    private static SendOutcome send(Account account, String token) {
        return new WhatsAppChannel(SHORT, SHORT)
                .send(
                        Desk.to(Desk.ANA, new Say("Hola")),
                        Desk.NO_FILES,
                        account,
                        Desk.secrets("access-token", token));
    }

    /** Tcpmux: nobody listens there, and no other test can be given it as a free one. */
    private static int closedPort() {
        return 1;
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
