package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.channel.http.Http.Download;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final Http HTTP = new Http("the Test API", "the-secret-token");
    private static final Duration LONG = Duration.ofSeconds(10);

    private Loopback api;

    @BeforeEach
    void open() throws IOException {
        api = new Loopback();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theBytesComeAsTheyAre() throws Exception {
        api.answers(200, "the-secret-token may stand in a file");

        Http.Opened opened = assertInstanceOf(Http.Opened.class, download(LONG));

        try (InputStream bytes = opened.bytes()) {
            assertEquals(
                    "the-secret-token may stand in a file",
                    new String(bytes.readAllBytes(), UTF_8));
        }
    }

    @Test
    void itIsOpenBeforeItsLastByteIsThere() throws Exception {
        api.answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            api.hold();
        });

        Http.Opened opened = assertInstanceOf(Http.Opened.class, download(LONG));

        assertEquals('a', opened.bytes().read());
        assertEquals(
                100, opened.response().headers().firstValueAsLong("Content-Length").orElseThrow());
        api.over.countDown();
        opened.bytes().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 404, 500})
    void anythingElseIsAnAnswerWithoutItsBody(int status) {
        api.answers(status, "the-secret-token is wrong");

        assertEquals(
                new Http.Failed(new Reply.Answer(status, Optional.empty(), "")), download(LONG));
    }

    @Test
    void aRefusalWithoutAnEndIsNotReadToIt() {
        api.answers(exchange -> {
            exchange.sendResponseHeaders(404, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            api.hold();
        });

        assertEquals(new Http.Failed(new Reply.Answer(404, Optional.empty(), "")), download(LONG));
    }

    @Test
    void silenceIsNoAnswer() {
        api.answers(exchange -> api.hold());

        assertEquals(
                new Http.Failed(new Reply.NoAnswer("no answer within 300 ms")),
                download(Duration.ofMillis(300)));
    }

    @Test
    void aDroppedConnectionIsNoAnswer() {
        api.answers(HttpExchange::close);

        Http.Failed failed = assertInstanceOf(Http.Failed.class, download(LONG));

        assertInstanceOf(Reply.NoAnswer.class, failed.reply());
    }

    @Test
    void aClosedPortWasNeverSentAnything() throws IOException {
        URI closed = URI.create("http://127.0.0.1:" + Loopback.closedPort() + "/");

        assertEquals(
                new Http.Failed(new Reply.NeverSent("no connection to the Test API")),
                HTTP.download(HttpRequest.newBuilder(closed).build(), LONG));
    }

    private Download download(Duration limit) {
        return HTTP.download(HttpRequest.newBuilder(api.address()).GET().build(), limit);
    }
}
