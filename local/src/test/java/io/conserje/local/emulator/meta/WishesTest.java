package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.Turn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishesTest extends MetaEmulatorTest {
    private static final Gesture BLOCK = new Gesture.Block(true);
    private static final Gesture STOP = new Gesture.Marketing(false);

    private final HandClock clock = new HandClock();

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @Test
    void whoHasBlockedTheBusinessGetsNothingAndTheBusinessIsNotTold() {
        emulator.phone().say(ANA, "hola");
        emulator.phone().act(ANA, BLOCK);
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(1, system.received().size());

        assertEquals(200, sendText(ANA, "buenas").status());

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(131026, system.statuses().getLast().at("/errors/0/code").asInt());
        PhoneLine line = emulator.phone().transcript(ANA).getLast();
        assertEquals(Status.FAILED, line.status());
        assertEquals("131026 Message undeliverable", line.failure());
    }

    @Test
    void aBlockIsLifted() {
        emulator.phone().say(ANA, "hola");
        emulator.phone().act(ANA, BLOCK);
        emulator.phone().act(ANA, new Gesture.Block(false));

        sendText(ANA, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(Status.READ, emulator.phone().transcript(ANA).getLast().status());
    }

    @Test
    void blockingOpensNoWindow() {
        emulator.phone().say(ANA, "hola");
        clock.pass(Duration.ofHours(24));
        emulator.phone().act(ANA, new Gesture.Block(false));
        emulator.phone().act(ANA, STOP);

        sendText(ANA, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(131047, system.statuses().getLast().at("/errors/0/code").asInt());
    }

    @Test
    void whoWantsNoMarketingTellsWhatsAppWhichTellsTheBusiness() {
        PhoneLine line = emulator.phone().act(ANA, STOP);

        assertTrue(emulator.awaitQuiet(SOON));
        JsonNode change = system.received().getFirst().body().at("/entry/0/changes/0");
        assertEquals("user_preferences", change.path("field").asText());
        JsonNode value = change.path("value");
        assertEquals(phoneId(), value.at("/metadata/phone_number_id").asText());
        assertEquals(ANA, value.at("/contacts/0/wa_id").asText());
        JsonNode preference = value.at("/user_preferences/0");
        assertEquals(ANA, preference.path("wa_id").asText());
        assertEquals("marketing_messages", preference.path("category").asText());
        assertEquals("stop", preference.path("value").asText());
        assertEquals(
                "User requested to stop marketing messages", preference.path("detail").asText());
        assertEquals(clock.instant().getEpochSecond(), preference.path("timestamp").asLong());
        assertTrue(preference.path("timestamp").isNumber());
        assertEquals(line.id(), emulator.phone().transcript(ANA).getFirst().id());
        assertEquals(Status.DELIVERED, emulator.phone().transcript(ANA).getFirst().status());
    }

    @Test
    void onlyMarketingIsKeptFromWhoWantsNone() {
        approve("oferta", "MARKETING", "Hoy la limpieza va a mitad de precio.");
        approve("cita", "UTILITY", "Le esperamos mañana.");
        emulator.phone().act(ANA, STOP);

        assertEquals(200, sendTemplate("oferta").status());
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(131050, system.statuses().getLast().at("/errors/0/code").asInt());
        sendTemplate("cita");
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("read", system.statuses().getLast().path("status").asText());

        emulator.phone().act(ANA, new Gesture.Marketing(true));
        sendTemplate("oferta");
        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("read", system.statuses().getLast().path("status").asText());
    }

    @Test
    void wishesSurviveARestart() {
        approve("oferta", "MARKETING", "Hoy la limpieza va a mitad de precio.");
        emulator.phone().say(ANA, "hola");
        emulator.phone().act(ANA, STOP);
        emulator.phone().act(LUIS, BLOCK);
        assertTrue(emulator.awaitQuiet(SOON));

        restart(options -> options.withWebhook(system.webhook()));
        restart(options -> options.withWebhook(system.webhook()));
        sendTemplate("oferta");
        emulator.phone().say(LUIS, "hola");
        sendText(LUIS, "buenas");

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals("131050", failure(emulator.phone().transcript(ANA).getLast()).substring(0, 6));
        assertEquals(
                "131026", failure(emulator.phone().transcript(LUIS).getLast()).substring(0, 6));
    }

    @Test
    void whatIsDoneTogetherIsToldTogetherEachInItsField() {
        emulator.phone()
                .sendTogether(
                        List.of(
                                new Turn(ANA, new Gesture.Say("hola")),
                                new Turn(ANA, STOP),
                                new Turn(LUIS, BLOCK)));

        assertTrue(emulator.awaitQuiet(SOON));
        JsonNode body = system.received().getFirst().body();
        assertEquals(List.of("messages", "user_preferences"), body.findValuesAsText("field"));
        assertEquals(1, system.messages().size());
    }

    private static String failure(PhoneLine line) {
        return String.valueOf(line.failure());
    }

    private Answer sendTemplate(String name) {
        return send(
                """
                {"messaging_product":"whatsapp","to":"34600111222","type":"template",
                 "template":{"name":"%s","language":{"code":"es"}}}
                """
                        .formatted(name));
    }
}
