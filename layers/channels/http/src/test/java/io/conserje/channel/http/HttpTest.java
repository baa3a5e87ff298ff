package io.conserje.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a call may have arrived decides whether it may be made again. */
class HttpTest {
    private static final String TOKEN = "the-secret-token";
    private static final Http HTTP = new Http("the Test API", TOKEN);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private Loopback api;

    @BeforeEach
    void open() throws IOException {
        api = new Loopback();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 429, 503})
    void whateverItAnswersIsAnAnswer(int status) {
        api.answers(status, "{'a':1}");

        assertEquals(new Reply.Answer(status, Optional.empty(), "{'a':1}"), post(LONG));
        assertEquals("hello", api.calls.getFirst().body());
    }

    @Test
    void retryAfterComesAlong() {
        api.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            exchange.sendResponseHeaders(429, -1);
        });

        assertEquals(new Reply.Answer(429, Optional.of("17"), ""), post(LONG));
    }

    @Test
    void aRedirectionIsNotFollowedWithTheToken() {
        api.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });

        assertEquals(302, assertInstanceOf(Reply.Answer.class, post(LONG)).status());
        assertEquals(1, api.calls.size());
    }

    @Test
    void anAnswerDoesNotQuoteTheSecret() {
        api.answers(400, "Malformed token " + TOKEN + " or " + TOKEN);

        assertEquals(
                new Reply.Answer(
                        400, Optional.empty(), "Malformed token (access token) or (access token)"),
                post(LONG));
    }

    @Test
    void withoutASecretNothingIsTakenOut() {
        api.answers(200, "abc");

        Reply reply = new Http("the Test API", "").send(request(api.address()), LONG);

        assertEquals(new Reply.Answer(200, Optional.empty(), "abc"), reply);
    }

    @Test
    void theClientPrintsWithoutItsSecret() {
        assertFalse(HTTP.toString().contains(TOKEN));
    }

    @Test
    void aDroppedConnectionMayHaveArrived() {
        api.answers(HttpExchange::close);

        assertInstanceOf(Reply.NoAnswer.class, post(LONG));
        assertEquals(1, api.calls.size());
    }

    @Test
    void aKeptConnectionThatDropsIsNotTriedAgainBehindOurBack() {
        post(LONG);
        api.answers(HttpExchange::close);

        assertInstanceOf(Reply.NoAnswer.class, post(LONG));
        assertEquals(2, api.calls.size());
    }

    @Test
    void silenceMayHaveArrived() {
        api.answers(exchange -> api.hold());

        assertEquals(new Reply.NoAnswer("no answer within 300 ms"), post(SHORT));
    }

    @Test
    void theLimitHoldsForTheLastByteToo() {
        api.answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            api.hold();
        });

        assertEquals(new Reply.NoAnswer("no answer within 300 ms"), post(SHORT));
    }

    @Test
    void anInterruptionMayHaveArrivedAndStaysVisible() {
        api.answers(exchange -> api.hold());
        Thread.currentThread().interrupt();

        Reply reply = post(LONG);

        assertTrue(Thread.interrupted());
        assertInstanceOf(Reply.NoAnswer.class, reply);
    }

    @Test
    void aClosedPortWasNeverSentAnything() throws IOException {
        URI closed = URI.create("http://127.0.0.1:" + Loopback.closedPort() + "/" + TOKEN);

        assertEquals(
                new Reply.NeverSent("no connection to the Test API"),
                HTTP.send(request(closed), LONG));
    }

    @Test
    void anUnknownHostWasNeverSentAnything() {
        Reply reply = HTTP.send(request(URI.create("http://api.invalid/" + TOKEN)), LONG);

        assertInstanceOf(Reply.NeverSent.class, reply);
        assertFalse(reply.toString().contains(TOKEN), reply::toString);
    }

    @Test
    void whatSpeaksNoTlsIsToldNothing() {
        URI plain = URI.create(api.address().toString().replace("http:", "https:"));

        Reply reply = HTTP.send(request(plain), LONG);

        assertFalse(reply instanceof Reply.Answer, reply::toString);
        assertEquals(0, api.calls.size());
    }

    private Reply post(Duration limit) {
        return HTTP.send(request(api.address()), limit);
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("hello")).build();
    }
}
