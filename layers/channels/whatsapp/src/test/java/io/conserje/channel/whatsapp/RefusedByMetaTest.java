package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
import io.conserje.model.Outgoing.Say;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the Graph API means for the message. */
class RefusedByMetaTest {
    private Graph graph;

    @BeforeEach
    void open() throws IOException {
        graph = new Graph();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @ParameterizedTest
    @CsvSource({
        "130429, 429, 2",
        "130429, 400, 2",
        "4, 400, 30",
        "613, 400, 30",
        "80007, 400, 30",
        "131048, 400, 300",
        "999999, 429, 2",
    })
    void tooManyOfTheAccountWait(int code, int status, int seconds) {
        graph.answers(status, error(code, ""));

        assertEquals(
                new SendOutcome.Throttled(
                        Duration.ofSeconds(seconds),
                        Scope.ACCOUNT,
                        code + " Some title: Some details"),
                graph.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429})
    void tooManyToOneCustomerWaitForThatCustomerOnly(int status) {
        graph.answers(status, error(131056, ""));

        assertEquals(
                new SendOutcome.Throttled(
                        Duration.ofSeconds(6), Scope.CONTACT, "131056 Some title: Some details"),
                graph.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 400, 5",
        "2, 503, 5",
        "131000, 500, 5",
        "131016, 500, 5",
        "131057, 500, 5",
        "133004, 503, 5",
        "999999, 500, 5",
        "999999, 503, 5",
    })
    void anOutagePasses(int code, int status, int seconds) {
        SendOutcome.RetryLater later = retry(status, error(code, ""));

        assertEquals(Duration.ofSeconds(seconds), later.after());
        assertEquals(code + " Some title: Some details", later.reason());
    }

    @Test
    void metaMaySayItselfThatAnErrorPasses() {
        assertEquals(Duration.ofSeconds(5), retry(400, error(100, ",'is_transient':true")).after());
    }

    @ParameterizedTest
    @CsvSource({
        "190, 401, access token",
        "0, 401, access token",
        "10, 403, access token",
        "3, 500, access token",
        "200, 403, access token",
        "299, 400, access token",
        "999999, 401, access token",
        "999999, 403, access token",
        "131005, 403, access token",
        "131031, 403, locked",
        "131037, 400, display name",
        "131045, 500, not registered",
        "131042, 400, payment",
        "133010, 400, not registered",
    })
    void whatAnOperatorMustMendWaitsAMinuteAndSaysWhat(int code, int status, String what) {
        SendOutcome.RetryLater later = retry(status, error(code, ""));

        assertEquals(Duration.ofSeconds(60), later.after());
        assertTrue(later.reason().contains(what), later.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "131047, 400",
        "131026, 400",
        "131049, 400",
        "131050, 403",
        "131053, 500",
        "132000, 400",
        "132001, 404",
        "132005, 400",
        "132007, 400",
        "132012, 400",
        "132015, 403",
        "132016, 400",
        "132018, 500",
        "131051, 400",
        "131008, 400",
        "131009, 400",
        "100, 400",
        "368, 403",
        "130472, 400",
        "130497, 403",
        "999999, 400",
        "999999, 404",
    })
    void theMessageItselfIsRefusedForGood(int code, int status) {
        graph.answers(status, error(code, ""));

        assertEquals(
                new SendOutcome.Rejected(code + " Some title: Some details"),
                graph.send(Desk.ANA, new Say("Hola")));
    }

    @Test
    void retryAfterIsHonoured() {
        graph.answers(429, error(130429, ""), "17");

        SendOutcome outcome = graph.send(Desk.ANA, new Say("Hola"));

        assertEquals(Duration.ofSeconds(17), ((SendOutcome.Throttled) outcome).after());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Wed, 21 Oct 2026 07:28:00 GMT", "-5", "0", "99999999999999999999", "soon"})
    void aRetryAfterWithoutUseLeavesOurOwn(String header) {
        graph.answers(429, error(130429, ""), header);

        SendOutcome outcome = graph.send(Desk.ANA, new Say("Hola"));

        assertEquals(Duration.ofSeconds(2), ((SendOutcome.Throttled) outcome).after());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {}",
                "200; ''",
                "200; not json",
                "200; {'messages':[]}",
                "200; {'messages':[{'id':''}]}",
                "202; {'messages':7}",
                "302; ''",
                "500; ''",
                "502; <html>Bad gateway</html>",
                "503; {'error':'down'}",
                "503; {'error':{'message':'no code'}}",
            })
    void anAnswerThatDoesNotTellLeavesItUnknown(int status, String body) {
        graph.answers(status, body);

        assertInstanceOf(SendOutcome.Unknown.class, graph.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @CsvSource({"401, 60", "403, 60"})
    void aGatewaysRefusalPassesToo(int status, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), retry(status, "<html></html>").after());
    }

    @Test
    void aGatewayThatIsAskedTooOftenThrottlesTheAccount() {
        graph.answers(429, "<html></html>");

        assertEquals(
                new SendOutcome.Throttled(
                        Duration.ofSeconds(2), Scope.ACCOUNT, "HTTP 429 without a Graph error"),
                graph.send(Desk.ANA, new Say("Hola")));
    }

    @Test
    void aGatewaysOtherRefusalIsForGood() {
        graph.answers(404, "<html></html>");

        assertEquals(
                new SendOutcome.Rejected("HTTP 404 without a Graph error"),
                graph.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @ValueSource(ints = {190, 100})
    void noReasonQuotesTheToken(int code) {
        graph.answers(
                400,
                "{'error':{'message':'Malformed access token "
                        + Desk.TOKEN
                        + "','code':"
                        + code
                        + "}}");

        String told = graph.send(Desk.ANA, new Say("Hola")).toString();

        assertFalse(told.contains(Desk.TOKEN), told);
    }

    private SendOutcome.RetryLater retry(int status, String body) {
        graph.answers(status, body);
        return assertInstanceOf(
                SendOutcome.RetryLater.class, graph.send(Desk.ANA, new Say("Hola")));
    }

    private static String error(int code, String fields) {
        return "{'error':{'message':'(#%d) Some title','type':'OAuthException','code':%d,"
                        .formatted(code, code)
                + "'error_data':{'messaging_product':'whatsapp','details':'Some details'},"
                + "'fbtrace_id':'A'"
                + fields
                + "}}";
    }
}
