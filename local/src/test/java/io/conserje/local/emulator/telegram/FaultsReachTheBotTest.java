package io.conserje.local.emulator.telegram;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults.Stall;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsReachTheBotTest extends TelegramEmulatorTest {
    private final HandClock clock = new HandClock();

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @BeforeEach
    void meetAna() {
        meet(ANA);
    }

    @Test
    void aCallThatFailsHasNoEffectAndSucceedsLater() {
        turn("error=1");

        Answer answer = sendText(ANA, "hola");

        assertEquals(500, answer.status());
        assertEquals(
                json("{'ok':false,'error_code':500," + "'description':'Internal Server Error'}"),
                answer.body());
        assertEquals(List.of("/start"), shown());
        turn("");
        assertEquals(200, sendText(ANA, "hola").status());
    }

    @Test
    void aBotThatIsThrottledIsToldHowLong() {
        turn("throttle=1");

        Answer answer = sendText(ANA, "hola");

        assertEquals(429, answer.status());
        assertEquals(
                json(
                        "{'ok':false,'error_code':429,'description':'Too Many Requests: retry"
                                + " after 1','parameters':{'retry_after':1}}"),
                answer.body());
        assertEquals(List.of("/start"), shown());
    }

    @Test
    void anAnswerThatIsLateIsAnAnswerAllTheSame() {
        turn("delay=1");

        assertEquals(200, sendText(ANA, "hola").status());
        assertEquals(List.of("/start", "hola"), shown());
    }

    @Test
    void aCallThatStallsMayHaveHadItsEffect() {
        turn(stall(Stall.AFTER));

        CompletableFuture<HttpResponse<String>> call = sendWithoutWaiting();

        await().atMost(SOON).until(() -> shown().contains("hola"));
        assertFalse(call.isDone());
        emulator.close();
        assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aCallThatStallsMayHaveHadNone() {
        turn(stall(Stall.BEFORE));
        // Who keeps to a limit asks for the time, and so shows that the call has come.
        emulator.limit(5);
        int asked = clock.asked();
        CompletableFuture<HttpResponse<String>> call = sendWithoutWaiting();
        await().atMost(SOON).until(() -> clock.asked() > asked);

        emulator.close();

        assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
        assertEquals(List.of("/start"), shown());
    }

    private CompletableFuture<HttpResponse<String>> sendWithoutWaiting() {
        return http.sendAsync(
                request("sendMessage", "{'chat_id':" + ANA + ",'text':'hola'}"),
                BodyHandlers.ofString());
    }

    /** A dial that makes Ana's first call stall so. */
    private static String stall(Stall wanted) {
        return IntStream.range(0, 100)
                .mapToObj(seed -> "stall=1,seed=" + seed)
                .filter(d -> FaultDial.parse(d).faults(ANA + "/call/1").stall() == wanted)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDuplicateIsTheSameUpdateTwice() {
        turn("duplicate=1");
        emulator.phone().say(ANA, "hola");

        quiet();
        assertEquals(List.of("hola", "hola"), system.told());
        assertEquals(1, system.received().stream().map(r -> r.id()).distinct().count());
    }

    @Test
    void filesHaveBadDaysToo() {
        emulator.phone().sendVoice(ANA, new byte[] {1}, "audio/ogg");
        String id = arrived().at("/message/voice/file_id").asText();
        turn("error=1");

        assertEquals(500, call("getFile", "{'file_id':'" + id + "'}").status());
    }

    @Test
    void aChatHasItsLimit() {
        meet(LUIS);
        emulator.limit(2);

        assertEquals(200, sendText(ANA, "one").status());
        assertEquals(200, sendText(ANA, "two").status());
        Answer tooMany = sendText(ANA, "three");
        assertEquals(429, tooMany.status());
        assertEquals(1, tooMany.body().at("/parameters/retry_after").asInt());
        assertEquals(200, sendText(LUIS, "one").status());

        clock.pass(Duration.ofSeconds(1));

        assertEquals(200, sendText(ANA, "three").status());
        emulator.limit(0);
        assertTrue(IntStream.range(0, 10).allMatch(i -> sendText(ANA, "m" + i).status() == 200));
        assertEquals(14, shown().size());
    }

    @Test
    void anOutageAnswersWithAPage() throws Exception {
        emulator.outage(true);

        HttpResponse<String> away = sendWithoutWaiting().get();

        assertEquals(502, away.statusCode());
        assertTrue(away.body().startsWith("<html>"));
        assertEquals("text/html", away.headers().firstValue("content-type").orElse(""));
        emulator.outage(false);
        assertEquals(200, sendText(ANA, "hola").status());
        assertEquals(List.of("/start", "hola"), shown());
    }

    private List<String> shown() {
        return emulator.phone().transcript(ANA).stream().map(PhoneLine::text).toList();
    }
}
