package io.conserje.local.emulator.meta;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.EmulatorState;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.PostedWebhook;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.Turn;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.conserje.local.emulator.meta.SystemUnderTest.Received;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhooksArriveTest extends MetaEmulatorTest {

    @Test
    void aWebhookIsSignedOverItsBytesWithAccentsAndSlashesEscaped() throws Exception {
        emulator.phone().say(ANA, "¿Mañana a las 10/11? 😀");

        assertTrue(emulator.awaitQuiet(SOON));
        Received webhook = system.received().getFirst();
        assertTrue(webhook.text().contains("\\u00bfMa\\u00f1ana a las 10\\/11? \\ud83d\\ude00"));
        assertEquals("sha256=" + hmac(webhook.raw()), webhook.signature());
        byte[] writtenAgain = EmulatorJson.MAPPER.writeValueAsBytes(webhook.body());
        assertFalse(webhook.signature().contains(hmac(writtenAgain)));
        assertEquals("application/json", webhook.contentType());
        assertEquals("facebookexternalua", webhook.userAgent());
    }

    @Test
    void aTextHasMetasShape() {
        emulator.phone().rename(ANA, "Ana Núñez");
        PhoneLine line = emulator.phone().say(ANA, "hola");

        assertTrue(emulator.awaitQuiet(SOON));
        JsonNode body = system.received().getFirst().body();
        assertEquals("whatsapp_business_account", body.path("object").asText());
        JsonNode value = body.at("/entry/0/changes/0/value");
        assertEquals("messages", body.at("/entry/0/changes/0/field").asText());
        assertEquals("whatsapp", value.path("messaging_product").asText());
        assertEquals(phoneId(), value.at("/metadata/phone_number_id").asText());
        assertEquals("Ana Núñez", value.at("/contacts/0/profile/name").asText());
        assertEquals(ANA, value.at("/contacts/0/wa_id").asText());
        JsonNode message = value.at("/messages/0");
        assertEquals(ANA, message.path("from").asText());
        assertEquals(line.id(), message.path("id").asText());
        assertTrue(message.path("timestamp").isTextual());
        assertEquals("text", message.path("type").asText());
        assertEquals("hola", message.at("/text/body").asText());
    }

    @Test
    void whatIsSentTogetherComesInOnePostOverSeveralEntriesAndChanges() {
        List<PhoneLine> lines =
                emulator.phone()
                        .sendTogether(
                                List.of(
                                        new Turn(ANA, new Gesture.Say("a1")),
                                        new Turn(LUIS, new Gesture.Say("l1")),
                                        new Turn(ANA, new Gesture.Say("a2")),
                                        new Turn("34600555666", new Gesture.Say("e1"))));

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(1, system.received().size());
        Received webhook = system.received().getFirst();
        assertEquals(List.of("a1", "a2", "l1", "e1"), webhook.tells());
        assertEquals(2, webhook.body().path("entry").size());
        assertEquals(2, webhook.body().at("/entry/0/changes").size());
        assertEquals(4, lines.stream().map(PhoneLine::id).distinct().count());
        assertEquals(List.of(0, 0, 1, 0), lines.stream().map(PhoneLine::index).toList());
    }

    @Test
    void aWebhookIsPostedUntilSomebodyAcknowledgesIt() {
        BlockingQueue<PostedWebhook> posted = new LinkedBlockingQueue<>();
        emulator.onPosted(posted::add);
        system.answer = webhook -> webhook.number() < 3 ? 503 : 200;

        emulator.phone().say(ANA, "hola");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("hola", "hola", "hola"), system.told());
        assertEquals(List.of(503, 503, 200), posted.stream().map(PostedWebhook::status).toList());
        EmulatorState state = emulator.state();
        assertEquals(1, state.acknowledged());
        assertTrue(String.valueOf(state.lastError()).contains("HTTP 503"), state::toString);
        assertEquals(Status.DELIVERED, emulator.phone().transcript(ANA).getFirst().status());
    }

    @Test
    void aConversationWaitsForItsWebhookAndNoOtherDoes() {
        CountDownLatch letAnaPass = new CountDownLatch(1);
        system.answer =
                webhook -> {
                    if (webhook.text().contains("a1")) {
                        waitFor(letAnaPass);
                    }
                    return 200;
                };
        emulator.phone().say(ANA, "a1");
        emulator.phone().say(ANA, "a2");
        emulator.phone().say(LUIS, "l1");
        emulator.phone().say(LUIS, "l2");

        await().atMost(SOON).until(() -> system.told().containsAll(List.of("a1", "l1", "l2")));
        assertFalse(system.told().contains("a2"));
        letAnaPass.countDown();

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("a2", system.told().getLast());
    }

    @Test
    void withoutOrderAConversationDoesNotWait() {
        restart(options -> options.withInOrder(false).withWebhook(system.webhook()));
        CountDownLatch bothCame = new CountDownLatch(2);
        system.answer =
                webhook -> {
                    bothCame.countDown();
                    waitFor(bothCame);
                    return 200;
                };

        emulator.phone().say(ANA, "a1");
        emulator.phone().say(ANA, "a2");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(2, system.received().size());
    }

    @Test
    void aConversationKeepsItsOrderWhenManyTalkTogether() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(i ->
                        emulator.phone()
                                .sendTogether(
                                        List.of(
                                                new Turn(i % 2 == 0 ? ANA : LUIS, say(i)),
                                                new Turn(i % 2 == 0 ? LUIS : ANA, say(i)))));

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(20, system.received().size());
        List<String> ofAna = emulator.phone().transcript(ANA).stream().map(PhoneLine::id).toList();
        assertEquals(
                ofAna,
                system.messages().stream()
                        .filter(m -> m.path("from").asText().equals(ANA))
                        .map(m -> m.path("id").asText())
                        .toList());
    }

    @Test
    void webhooksWaitUntilThereIsAnAddress() {
        restart(options -> options);
        emulator.phone().say(ANA, "hola");
        assertEquals(1, emulator.state().pending());
        assertTrue(system.received().isEmpty());

        emulator.subscribe(system.webhook());

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("hola"), system.told());
    }

    private static Gesture say(int i) {
        return new Gesture.Say("m" + i);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String hmac(byte[] bytes) throws Exception {
        byte[] secret = secret("app-secret").getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(bytes));
    }
}
