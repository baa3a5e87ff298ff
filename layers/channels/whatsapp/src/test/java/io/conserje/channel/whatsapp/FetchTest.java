package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.FetchOutcome;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's file: its address, then its bytes. */
class FetchTest {
    private static final String DESCRIBED = "/v24.0/777?phone_number_id=" + Desk.NUMBER;

    private Graph graph;

    @BeforeEach
    void open() throws IOException {
        graph = new Graph();
        described(3);
        graph.answersAt("/bytes", 200, "PNG");
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void theBytesAndTheirLength() throws Exception {
        var found = assertInstanceOf(FetchOutcome.Found.class, fetch("777"));

        try (var bytes = found.bytes()) {
            assertEquals("PNG", new String(bytes.readAllBytes(), UTF_8));
        }
        assertEquals(OptionalLong.of(3), found.length());
        assertEquals(
                List.of(DESCRIBED, "/bytes"), graph.calls.stream().map(Graph.Call::path).toList());
        graph.calls.forEach(call -> {
            assertEquals("GET", call.method());
            assertEquals("Bearer " + Desk.TOKEN, call.header("Authorization"));
        });
    }

    @Test
    void anAccountThatDoesNotSayItsNumberFetchesAnyFileOfItsToken() {
        Account any = new Account(Desk.PROJECT, Desk.REF, Map.of("graph-url", graph.url()));
        graph.answersAt("/v24.0/777", 404, "{}");

        assertInstanceOf(FetchOutcome.Gone.class, fetch("777", any));
        assertEquals("/v24.0/777", Desk.only(graph.calls).path());
    }

    @Test
    void theLengthOfTheDescriptionHasToDoWhereTheBytesComeWithoutOne() {
        graph.answersAt(
                "/bytes",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(1);
                    exchange.close();
                });

        var found = assertInstanceOf(FetchOutcome.Found.class, fetch("777"));

        assertEquals(OptionalLong.of(3), found.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5242881", "'5242881'", "999999999999999"})
    void aFileBeyondTheLimitOfItsKindIsNotDownloaded(String size) {
        graph.answersAt(
                DESCRIBED, 200, "{'url':'" + graph.url() + "/bytes','file_size':" + size + "}");

        var large = assertInstanceOf(FetchOutcome.TooLarge.class, fetch("777"));

        assertTrue(large.reason().endsWith(" bytes: image is taken up to 5242880"), large::reason);
        assertEquals(1, graph.calls.size());
    }

    @Test
    void aFileOfJustTheLimitIsTaken() {
        described(5_242_880);

        assertInstanceOf(FetchOutcome.Found.class, fetch("777"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/bytes",
                "https://lookaside.fbsbx.com@evil.example/bytes",
                "http://127.0.0.1:1/bytes",
                "file:///etc/passwd",
                "not an address",
            })
    void theTokenIsNeverSentElsewhere(String url) {
        graph.answersAt(DESCRIBED, 200, "{'url':'" + url + "','file_size':3}");

        assertInstanceOf(FetchOutcome.Gone.class, fetch("777"));
        assertEquals(1, graph.calls.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "777/../../me", "777?x=1", "a b", "ñ", "#"})
    void anIdThatWouldChangeTheAddressIsNotAskedFor(String id) {
        assertInstanceOf(FetchOutcome.Gone.class, fetch(id));
        assertEquals(0, graph.calls.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400; {'error':{'message':'Object does not exist','code':100,'error_subcode':33}}",
                "400; {'error':{'message':'Media download error','code':131052}}",
                "404; {}",
            })
    void whatMetaDoesNotHaveIsGone(int status, String body) {
        graph.answersAt(DESCRIBED, status, body);

        assertInstanceOf(FetchOutcome.Gone.class, fetch("777"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "500; {}; 5",
                "503; {'error':{'message':'busy','code':2}}; 5",
                "429; {'error':{'message':'busy','code':130429}}; 2",
                "400; {'error':{'message':'busy','code':4}}; 30",
                "401; {'error':{'message':'expired','code':190}}; 60",
                "200; {}; 5",
                "200; not json; 5",
            })
    void whatPassesIsNotNow(int status, String body, int seconds) {
        graph.answersAt(DESCRIBED, status, body);

        var later = assertInstanceOf(FetchOutcome.NotNow.class, fetch("777"));

        assertEquals(Duration.ofSeconds(seconds), later.after());
    }

    @ParameterizedTest
    @CsvSource({"404, 0", "410, 0", "401, 60", "429, 2", "500, 5", "302, 5"})
    void theBytesThemselvesMayBeRefused(int status, int seconds) {
        graph.answersAt("/bytes", status, "");

        switch (fetch("777")) {
            case FetchOutcome.NotNow later ->
                    assertEquals(Duration.ofSeconds(seconds), later.after());
            case FetchOutcome.Gone gone -> assertEquals(0, seconds, gone::reason);
            case FetchOutcome other -> throw new AssertionError(other.toString());
        }
    }

    @Test
    void noAnswerIsNotNow() {
        graph.answersAt(DESCRIBED, exchange -> exchange.close());

        assertInstanceOf(FetchOutcome.NotNow.class, fetch("777"));
        assertInstanceOf(
                FetchOutcome.NotNow.class, fetch("777", Graph.accountAt("http://graph.invalid")));
    }

    private void described(long size) {
        graph.answersAt(
                DESCRIBED,
                200,
                "{'url':'"
                        + graph.url()
                        + "/bytes','mime_type':'image/png','sha256':'x','file_size':"
                        + size
                        + ",'id':'777','messaging_product':'whatsapp'}");
    }

    private FetchOutcome fetch(String id) {
        return fetch(id, graph.account());
    }

    private static FetchOutcome fetch(String id, Account account) {
        Content.Media media =
                new Content.Media(
                        MediaKind.IMAGE,
                        id,
                        "image/png",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return new WhatsAppChannel()
                .fetch(media, account, Desk.secrets("access-token", Desk.TOKEN));
    }
}
