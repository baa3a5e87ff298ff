package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class StatusesComeBackTest extends MetaEmulatorTest {
    private static final String TEMPLATE =
            """
            {"messaging_product":"whatsapp","to":"%s","type":"template",
             "template":{"name":"cita","language":{"code":"es"}}}
            """;

    private final HandClock clock = new HandClock();

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @Test
    void aMessageIsSentDeliveredAndRead() {
        emulator.phone().say(ANA, "hola");
        Answer answer = sendText(ANA, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        List<JsonNode> statuses = system.statuses();
        assertEquals(List.of("sent", "delivered", "read"), words(statuses));
        for (JsonNode status : statuses) {
            assertEquals(answer.wamid(), status.path("id").asText());
            assertEquals(ANA, status.path("recipient_id").asText());
            assertEquals("tracker-7", status.path("biz_opaque_callback_data").asText());
            assertEquals("PMP", status.at("/pricing/pricing_model").asText());
            assertEquals("free_customer_service", status.at("/pricing/type").asText());
            assertEquals(
                    String.valueOf(clock.instant().getEpochSecond()),
                    status.path("timestamp").asText());
        }
        assertEquals(Status.READ, emulator.phone().transcript(ANA).getLast().status());
    }

    @Test
    void onlyTheStatusesThatWereAskedForComeBack() {
        restart(options ->
                options.withStatuses(List.of(Status.SENT)).withWebhook(system.webhook()));
        emulator.phone().say(ANA, "hola");
        sendText(ANA, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("sent"), words(system.statuses()));
    }

    @Test
    void aNumberThatEndsInFourZerosCannotBeReached() {
        emulator.phone().say("34600110000", "hola");

        assertEquals(200, sendText("34600110000", "buenas").status());

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("sent", "failed"), words(system.statuses()));
        assertEquals(131026, system.statuses().getLast().at("/errors/0/code").asInt());
        PhoneLine line = emulator.phone().transcript("34600110000").getLast();
        assertEquals(Status.FAILED, line.status());
        assertEquals("131026 Message undeliverable", line.failure());
    }

    @Test
    void aDayAfterTheCustomerWroteOnlyATemplateGetsThrough() {
        approve("cita", "UTILITY", "Le esperamos mañana.");
        emulator.phone().say(ANA, "hola");
        clock.pass(Duration.ofHours(24));

        assertEquals(200, sendText(ANA, "buenas").status());
        assertEquals(200, send(TEMPLATE.formatted(ANA)).status());

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(List.of("failed", "sent", "delivered", "read"), words(system.statuses()));
        assertEquals(131047, system.statuses().getFirst().at("/errors/0/code").asInt());
        assertEquals("utility", system.statuses().getLast().at("/pricing/category").asText());
    }

    @Test
    void whoNeverWroteGetsOnlyTemplates() {
        sendText(LUIS, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(131047, system.statuses().getFirst().at("/errors/0/code").asInt());
    }

    @Test
    void theWindowIsOpenUntilTheLastSecond() {
        emulator.phone().say(ANA, "hola");
        clock.pass(Duration.ofHours(24).minusSeconds(1));
        sendText(ANA, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("sent", words(system.statuses()).getFirst());
    }

    @Test
    void aListenerHearsOfEveryAcceptedMessage() {
        BlockingQueue<AcceptedMessage> accepted = new LinkedBlockingQueue<>();
        emulator.onAccepted(accepted::add);

        Answer answer = sendText(ANA, "buenas");

        AcceptedMessage heard = accepted.remove();
        assertEquals(ANA, heard.customer());
        assertEquals(answer.wamid(), heard.id());
        assertEquals("tracker-7", heard.callback());
        assertEquals("buenas", heard.body().at("/text/body").asText());
        assertEquals(1, emulator.state().accepted());
    }

    private static List<String> words(List<JsonNode> statuses) {
        return statuses.stream().map(status -> status.path("status").asText()).toList();
    }
}
