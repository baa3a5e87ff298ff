package io.conserje.local.emulator.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookCallsTest extends TelegramEmulatorTest {

    @Test
    void theBotCanSetItsWebhookAndItsSecret() {
        restart(options -> options);
        emulator.phone().say(ANA, "hola");
        assertEquals(1, emulator.state().pending());

        Answer set = set(",'secret_token':'s3cret-_'");

        assertEquals("Webhook was set", set.description());
        quiet();
        assertEquals("s3cret-_", system.received().getFirst().secret());
        assertEquals("Webhook is already set", set(",'secret_token':'s3cret-_'").description());
    }

    @Test
    void aWebhookWithoutASecretGetsNone() {
        set("").result();
        emulator.phone().say(ANA, "hola");

        quiet();
        assertEquals("", system.received().getFirst().secret());
    }

    @Test
    void anUpdateThatIsRefusedForItsSecretGoesThroughOnceThatIsRight() {
        system.answer = update -> update.secret().equals("right") ? 200 : 401;
        emulator.phone().say(ANA, "hola");

        set(",'secret_token':'right'").result();

        quiet();
        assertEquals("right", system.received().getLast().secret());
    }

    @Test
    void withoutAWebhookUpdatesWait() {
        assertEquals("Webhook was deleted", call("deleteWebhook", "{}").description());
        assertEquals("Webhook is already deleted", call("setWebhook", "{}").description());
        emulator.phone().say(ANA, "hola");
        JsonNode info = call("getWebhookInfo", "").result();

        assertEquals("", info.path("url").asText("-"));
        assertEquals(1, info.path("pending_update_count").asInt());
        assertTrue(system.received().isEmpty());
        emulator.subscribe(system.webhook());
        quiet();
        assertEquals(List.of("hola"), system.told());
    }

    @Test
    void theInfoTellsWhatWentWrong() {
        system.answer = update -> update.number() < 2 ? 503 : 200;
        emulator.phone().say(ANA, "hola");
        quiet();

        JsonNode info = call("getWebhookInfo", "").result();

        assertEquals(system.webhook().toString(), info.path("url").asText());
        assertEquals(0, info.path("pending_update_count").asInt());
        assertEquals(40, info.path("max_connections").asInt());
        assertEquals(
                "Wrong response from the webhook: 503", info.path("last_error_message").asText());
        assertTrue(info.path("last_error_date").isIntegralNumber());
        assertFalse(info.toString().contains(secret("webhook-secret")));
    }

    @Test
    void onlyWhatTheBotAskedForIsPosted() {
        set(",'allowed_updates':['message']").result();
        String said = emulator.phone().say(ANA, "hola").id();
        emulator.phone().react(ANA, said, "👍");
        emulator.phone().say(ANA, "otra");

        quiet();
        assertEquals(List.of("hola", "otra"), system.told());
        assertEquals(Status.PENDING, emulator.phone().transcript(ANA).get(1).status());
    }

    @Test
    void aReactionMustBeAskedForByName() {
        set(",'allowed_updates':[]").result();
        String said = emulator.phone().say(ANA, "hola").id();
        emulator.phone().react(ANA, said, "👍");

        quiet();
        assertEquals(List.of("hola"), system.told());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://x.org/a | bad webhook: An HTTPS URL must be provided for webhook",
                "https://x.org:8080/a | bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
                "not an address | invalid webhook URL specified",
                "/a | invalid webhook URL specified"
            })
    void anAddressThatTelegramWouldRefuseIsRefused(String url, String description) {
        assertEquals(
                "Bad Request: " + description,
                call("setWebhook", "{'url':'" + url + "'}").description());
    }

    @Test
    void aSecretHasAnAlphabetAndALength() {
        assertEquals(
                "Bad Request: secret token contains unallowed characters",
                set(",'secret_token':'ñ'").description());
        assertEquals(
                "Bad Request: secret token is too long",
                set(",'secret_token':'" + "x".repeat(257) + "'").description());
    }

    private Answer set(String more) {
        return call("setWebhook", "{'url':'" + system.webhook() + "'" + more + "}");
    }
}
