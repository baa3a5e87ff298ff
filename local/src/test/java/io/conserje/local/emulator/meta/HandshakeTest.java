package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.Refused;
import io.helidon.webserver.WebServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HandshakeTest extends MetaEmulatorTest {

    @Test
    void anotherVerifyTokenIsAnErrorThatSaysSo() {
        system.verifyToken = "another";

        assertTrue(refusal(system.webhook()).contains("answered the handshake with 403"));
    }

    @Test
    void aChallengeInQuotesIsNotTheBareChallenge() {
        WebServer quoting =
                WebServer.builder()
                        .host("127.0.0.1")
                        .shutdownHook(false)
                        .routing(r ->
                                r.any((request, response) ->
                                        response.send(
                                                '"' + request.query().get("hub.challenge") + '"')))
                        .build()
                        .start();
        try {
            URI webhook = URI.create("http://127.0.0.1:" + quoting.port() + "/hook?account=7");
            assertTrue(refusal(webhook).contains("and nothing else, not: \""));
        } finally {
            quoting.stop();
        }
    }

    @Test
    void nobodyThereIsAnErrorThatNamesTheAddress() {
        URI nobody = system.webhook();
        system.close();

        assertTrue(refusal(nobody).startsWith("webhook: " + nobody + " did not answer"));
    }

    private String refusal(URI webhook) {
        return String.valueOf(
                assertThrows(Refused.class, () -> emulator.subscribe(webhook)).getMessage());
    }
}
