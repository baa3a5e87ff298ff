package io.conserje.local.emulator.meta;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults.Stall;
import io.conserje.local.emulator.PhoneLine;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsGoUnansweredTest extends MetaEmulatorTest {
    private static final String TEXT =
            "{\"messaging_product\":\"whatsapp\",\"to\":\"34600111222\",\"text\":{\"body\":\"buenas\"}}";

    @Test
    void aMessageThatIsThrottledIsRefusedWithoutEffect() {
        emulator.phone().say(ANA, "hola");
        turn("throttle=1");

        Answer answer = sendText(ANA, "buenas");

        assertEquals(429, answer.status());
        assertEquals(130429, answer.code());
        assertEquals("(#130429) Rate limit hit", answer.body().at("/error/message").asText());
        assertEquals(List.of("hola"), shown());
        turn("");
        assertEquals(200, sendText(ANA, "buenas").status());
    }

    @Test
    void callsAboutMediaAndTemplatesAreThrottledToo() {
        turn("throttle=1");

        assertEquals(130429, graph("GET", "/v23.0/1", token(), "").code());
        assertEquals(130429, graph("GET", templates(), token(), "").code());
    }

    @Test
    void aCallThatStallsBeforeItsEffectHasNone() {
        stallFirstCall(Stall.BEFORE);

        CompletableFuture<HttpResponse<String>> call = call();

        await().atMost(SOON).until(() -> emulator.stalled() == 1);
        assertTrue(shown().isEmpty());
        assertFalse(call.isDone());
        emulator.close();
        assertThrows(CompletionException.class, call::join);
    }

    @Test
    void aCallThatStallsAfterItsEffectHasTheWholeOfIt() {
        emulator.phone().say(ANA, "hola");
        stallFirstCall(Stall.AFTER);

        CompletableFuture<HttpResponse<String>> call = call();

        await().atMost(SOON).until(() -> emulator.stalled() == 1);
        assertEquals(List.of("hola", "buenas"), shown());
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("hola", "sent", "delivered", "read"), system.told());
        assertFalse(call.isDone());
        emulator.close();
        assertThrows(CompletionException.class, call::join);
    }

    @Test
    void aCallEndsWhenItsCallerHasGone() throws Exception {
        stallFirstCall(Stall.BEFORE);
        try (Socket caller = new Socket("127.0.0.1", emulator.baseUri().getPort())) {
            caller.getOutputStream().write(raw().getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> emulator.stalled() == 1);
        }

        await().atMost(SOON).until(() -> emulator.stalled() == 0);
    }

    @Test
    void aTemplateIsReviewedThoughNobodyHearsThatItWasTaken() {
        turn("stall=1,seed=" + seed("templates/1", Stall.AFTER));
        var unused =
                http.sendAsync(
                        request(templates(), TemplatesTest.WELCOME), BodyHandlers.ofString());

        await().atMost(SOON).until(() -> emulator.stalled() == 1);

        assertTrue(emulator.awaitQuiet(SOON));
        assertTrue(system.received().getFirst().text().contains("APPROVED"));
    }

    private List<String> shown() {
        return emulator.phone().transcript(ANA).stream().map(PhoneLine::text).toList();
    }

    private void stallFirstCall(Stall stall) {
        turn("stall=1,seed=" + seed(ANA + "/call/1", stall));
    }

    private static int seed(String key, Stall stall) {
        return IntStream.range(0, 100)
                .filter(seed ->
                        FaultDial.parse("stall=1,seed=" + seed).faults(key).stall() == stall)
                .findFirst()
                .orElseThrow();
    }

    private CompletableFuture<HttpResponse<String>> call() {
        String path = "/v23.0/" + phoneId() + "/messages";
        return http.sendAsync(request(path, TEXT), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String json) {
        return HttpRequest.newBuilder(emulator.baseUri().resolve(path))
                .header("Authorization", "Bearer " + token())
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private String raw() {
        return "POST /v23.0/"
                + phoneId()
                + "/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token()
                + "\r\nContent-Length: "
                + TEXT.length()
                + "\r\n\r\n"
                + TEXT;
    }
}
