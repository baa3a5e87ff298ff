package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.channel.SendOutcome;
import io.conserje.model.Account;
import io.conserje.model.Outgoing.Say;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a call without an answer may have arrived decides whether it may be made again. */
class NoAnswerTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aDroppedConnectionLeavesItUnknown() throws Exception {
        try (Telegram telegram = new Telegram()) {
            telegram.answers(HttpExchange::close);

            assertInstanceOf(SendOutcome.Unknown.class, send(telegram.account(), Desk.TOKEN));
            assertEquals(1, telegram.calls.size());
        }
    }

    @Test
    void aKeptConnectionThatDropsIsNotTriedAgainBehindOurBack() throws Exception {
        try (Telegram telegram = new Telegram()) {
            telegram.send(Desk.ANA, new Say("Hola"));
            telegram.answers(HttpExchange::close);

            assertInstanceOf(SendOutcome.Unknown.class, send(telegram.account(), Desk.TOKEN));
            assertEquals(2, telegram.calls.size());
        }
    }

    @Test
    void silenceLeavesItUnknown() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Telegram telegram = new Telegram()) {
            telegram.answers(exchange -> await(over));

            assertInstanceOf(SendOutcome.Unknown.class, send(telegram.account(), Desk.TOKEN));
            over.countDown();
        }
    }

    @Test
    void anAnswerThatStopsHalfWayLeavesItUnknown() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Telegram telegram = new Telegram()) {
            telegram.answers(exchange -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await(over);
            });

            assertInstanceOf(SendOutcome.Unknown.class, send(telegram.account(), Desk.TOKEN));
            over.countDown();
        }
    }

    @Test
    void anInterruptionLeavesItUnknownAndStaysVisible() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Telegram telegram = new Telegram()) {
            telegram.answers(exchange -> await(over));
            Thread.currentThread().interrupt();

            SendOutcome outcome = send(telegram.account(), Desk.TOKEN);

            assertTrue(Thread.interrupted());
            assertInstanceOf(SendOutcome.Unknown.class, outcome);
            over.countDown();
        }
    }

    @Test
    void aRefusedConnectionIsTriedLater() throws Exception {
        assertLater(send(Telegram.accountAt("http://127.0.0.1:" + closedPort()), Desk.TOKEN));
    }

    @Test
    void anUnknownHostIsTriedLater() {
        assertLater(send(Telegram.accountAt("http://telegram.invalid"), Desk.TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ñ", "a/../b", "a?b", "a#b"})
    void aTokenThatNoAddressTakesIsNotSentAndNotQuoted(String token) throws Exception {
        try (Telegram telegram = new Telegram()) {
            var later =
                    assertInstanceOf(SendOutcome.RetryLater.class, send(telegram.account(), token));

            assertEquals(
                    new SendOutcome.RetryLater(
                            Duration.ofSeconds(60),
                            "the secret 'bot-token' is empty or no token: set it"),
                    later);
            assertEquals(0, telegram.calls.size());
        }
    }

    @Test
    void theTokenIsNeverPrinted() {
        BotApi api =
                BotApi.of(Desk.ACCOUNT, Desk.secrets("bot-token", Desk.TOKEN + "\n")).orElseThrow();

        assertEquals("BotApi[https://api.telegram.org]", api.toString());
    }

    private static void assertLater(SendOutcome outcome) {
        var later = assertInstanceOf(SendOutcome.RetryLater.class, outcome);
        assertTrue(later.reason().contains("the Bot API"), later.reason());
        assertFalse(later.reason().contains("AAF"), later.reason());
    }

    private static SendOutcome send(Account account, String token) {
        return new TelegramChannel(SHORT, SHORT)
                .send(
                        Desk.to(Desk.ANA, new Say("Hola"), Optional.empty()),
                        file -> new ByteArrayInputStream(Telegram.FILE),
                        account,
                        Desk.secrets("bot-token", token));
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
