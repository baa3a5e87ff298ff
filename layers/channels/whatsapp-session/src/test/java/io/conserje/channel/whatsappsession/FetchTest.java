package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.channel.FetchOutcome;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer answer = exchange -> respond(exchange, 404, new byte[0]);

    FetchTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsOpenedAndGivenAsItWasSent(MediaKind kind) throws Exception {
        byte[] photo = bytes(200_003);
        Lying lying = Lying.of(kind, photo);
        answer = exchange -> respond(exchange, 200, lying.sealed());

        FetchOutcome.Found found =
                assertInstanceOf(FetchOutcome.Found.class, fetch(lying.media(url())));

        assertEquals(OptionalLong.of(photo.length), found.length());
        try (InputStream in = found.bytes()) {
            assertArrayEquals(photo, in.readAllBytes());
        }
        assertEquals(List.of("/v/t62.7118-24/1?oe=1"), asked);
    }

    @Test
    void askingAgainBringsItAgain() throws Exception {
        Lying lying = Lying.of(MediaKind.IMAGE, bytes(16));
        answer = exchange -> respond(exchange, 200, lying.sealed());

        for (int i = 0; i < 2; i++) {
            try (InputStream in = found(lying.media(url()))) {
                assertArrayEquals(bytes(16), in.readAllBytes());
            }
        }
    }

    @Test
    void whereOnlyThePathIsToldItIsAskedOfTheUsualPlace() throws Exception {
        Lying lying = Lying.of(MediaKind.IMAGE, bytes(16));
        answer = exchange -> respond(exchange, 200, lying.sealed());

        try (InputStream in =
                found(
                        lying.media(
                                "'url':'https://web.whatsapp.net/','directPath':'/v/t62.7118-24/1?oe=1',"))) {
            assertArrayEquals(bytes(16), in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 5000})
    void oneChangedByteOfItIsNeverGivenOut(int at) {
        Lying lying = Lying.of(MediaKind.DOCUMENT, bytes(5000));
        byte[] changed = lying.sealed().clone();
        changed[at] ^= 1;
        answer = exchange -> respond(exchange, 200, changed);

        assertTrue(gone(lying.media(url())).contains("MAC is wrong"));
    }

    @Test
    void aChangedMacIsWrong() {
        Lying lying = Lying.of(MediaKind.DOCUMENT, bytes(5000));
        byte[] changed = lying.sealed().clone();
        changed[changed.length - 1] ^= 1;
        answer = exchange -> respond(exchange, 200, changed);

        assertTrue(gone(lying.media(url())).contains("MAC is wrong"));
    }

    @Test
    void aKeyForAnotherKindDoesNotOpenIt() {
        Lying lying = Lying.of(MediaKind.IMAGE, bytes(100));
        answer = exchange -> respond(exchange, 200, lying.sealed());

        assertTrue(gone(lying.as(MediaKind.VIDEO).media(url())).contains("MAC is wrong"));
    }

    @Test
    void theDigestsOfTheMessageAreHeldAgainstIt() {
        Lying lying = Lying.of(MediaKind.IMAGE, bytes(100));
        answer = exchange -> respond(exchange, 200, lying.sealed());
        String other = Base64.getEncoder().encodeToString(new byte[32]);

        assertTrue(gone(lying.withDigest(other).media(url())).contains("file's digest"));
        assertTrue(gone(lying.withSealedDigest(other).media(url())).contains("sealed digest"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10})
    void whatIsTooShortIsNone(int length) {
        answer = exchange -> respond(exchange, 200, new byte[length]);

        assertTrue(gone(Lying.of(MediaKind.IMAGE, bytes(9)).media(url())).contains("too short"));
    }

    @Test
    void whatTheSenderSaysIsTooLargeIsNotBegun() {
        Lying lying = Lying.of(MediaKind.IMAGE, bytes(9)).withLength((16L << 20) + 1);

        var tooLarge = assertInstanceOf(FetchOutcome.TooLarge.class, fetch(lying.media(url())));
        assertTrue(tooLarge.reason().contains("image is taken up to 16777216"), tooLarge.reason());
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsLargerThanItSaysIsTooLarge() {
        byte[] piece = new byte[1 << 16];
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 260; i++) {
                        exchange.getResponseBody().write(piece);
                    }
                };

        assertInstanceOf(
                FetchOutcome.TooLarge.class,
                fetch(Lying.of(MediaKind.IMAGE, bytes(9)).media(url())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/a",
                "https://mmg.whatsapp.net.evil.example/a",
                "https://me@mmg.whatsapp.net/a",
                "https://mmg.whatsapp.net:8443/a",
                "http://mmg.whatsapp.net/a",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "https://evilwhatsapp.net/a",
                "not an address",
                "https:///a",
            })
    void nobodyButWhatsAppIsAsked(String url) {
        assertTrue(
                gone(Lying.of(MediaKind.IMAGE, bytes(9)).media("'url':'" + url + "',"))
                        .contains("none of WhatsApp's"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@evil.example/a", ".evil.example/a", "a", "//evil.example/a b"})
    void noPathLeadsElsewhere(String path) {
        assertTrue(
                gone(Lying.of(MediaKind.IMAGE, bytes(9)).media("'directPath':'" + path + "',"))
                        .contains("none of WhatsApp's"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3A01",
                "{}",
                "[]",
                "{'kind':'image'}",
                "{'kind':'image','url':'https://mmg.whatsapp.net/a','mediaKey':'AAEC'}",
                "{'kind':'image','url':'https://mmg.whatsapp.net/a','mediaKey':'?'}",
                "{'kind':'hologram','url':'https://mmg.whatsapp.net/a','mediaKey':'AAEC'}",
            })
    void aNameThatIsNoneOfASessionsIsGone(String reference) {
        Content.Media media =
                new Content.Media(
                        MediaKind.IMAGE,
                        Desk.json(reference),
                        "image/jpeg",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);

        assertTrue(gone(media).contains("none of a session's"));
    }

    @ParameterizedTest
    @CsvSource({"403, gone", "404, gone", "410, gone", "408, later", "429, later", "500, later"})
    void aRefusalIsForGoodOrForNow(int status, String how) {
        answer = exchange -> respond(exchange, status, new byte[0]);

        FetchOutcome outcome = fetch(Lying.of(MediaKind.IMAGE, bytes(9)).media(url()));

        String reason = "HTTP " + status + " for the file";
        assertEquals(
                how.equals("gone")
                        ? new FetchOutcome.Gone(reason)
                        : new FetchOutcome.NotNow(Duration.ofSeconds(5), reason),
                outcome);
    }

    @Test
    void aConnectionThatBreaksIsForNow() {
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    throw new IOException("hung up");
                };

        assertInstanceOf(
                FetchOutcome.NotNow.class, fetch(Lying.of(MediaKind.IMAGE, bytes(9)).media(url())));
    }

    @Test
    void aFileThatStandsStillIsForNow() {
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    over.await();
                };

        assertInstanceOf(
                FetchOutcome.NotNow.class,
                fetch(Lying.of(MediaKind.IMAGE, bytes(9)).media(url()), Duration.ofMillis(300)));
    }

    @Test
    void aVectorOfAnotherImplementationOpens() throws Exception {
        byte[] sealed =
                Base64.getDecoder()
                        .decode("x8OdFeTlJCOrFeI1f83cm3pWBkg2tQFw2mig7rlfHgncF6geQYsZyT5y");
        answer = exchange -> respond(exchange, 200, sealed);
        Content.Media media =
                (Content.Media)
                        Desk.contentOf(
                                "'documentMessage':{"
                                        + url()
                                        + "'mediaKey':'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',"
                                        + "'fileSha256':'p1rZXef7rySEsoDr1+OBBHNRAqWoyiR6D1YMMvD3TS8=',"
                                        + "'fileEncSha256':'s05Z35eu4NEntUhfVv9unGZVy5/ObOQWgNk1RZfGRL8='}");

        try (InputStream in = found(media)) {
            assertEquals("una receta, sellada por node", new String(in.readAllBytes(), UTF_8));
        }
    }

    private FetchOutcome fetch(Content.Media media) {
        return fetch(media, Duration.ofSeconds(10));
    }

    private FetchOutcome fetch(Content.Media media, Duration toRead) {
        return new WhatsAppSessionChannel(
                        new Session(),
                        InstantSource.fixed(Desk.SENT_AT),
                        Duration.ofSeconds(5),
                        toRead)
                .fetch(media, Desk.account("media-url", root()), Desk.secrets());
    }

    private InputStream found(Content.Media media) {
        return assertInstanceOf(FetchOutcome.Found.class, fetch(media)).bytes();
    }

    private String gone(Content.Media media) {
        return assertInstanceOf(FetchOutcome.Gone.class, fetch(media)).reason();
    }

    private String url() {
        return "'url':'" + root() + "/v/t62.7118-24/1?oe=1',";
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        asked.add(exchange.getRequestURI().toString());
        try (exchange) {
            answer.to(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
