package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook is Telegram's when it repeats the word that setWebhook was told. */
class SecretTokenTest {
    private static final String SECRET = "The-secret_of_1";

    @Test
    void whoRepeatsOurWordIsTelegram() {
        assertTrue(isAuthentic(SECRET, Desk.secrets("webhook-secret", SECRET)));
    }

    @Test
    void aLineEndThatStoringItLeftBehindDoesNotMatter() {
        assertTrue(isAuthentic(SECRET, Desk.secrets("webhook-secret", SECRET + "\n")));
    }

    @Test
    void aWordOf256CharactersIsTaken() {
        String longest = "x".repeat(256);

        assertTrue(isAuthentic(longest, Desk.secrets("webhook-secret", longest)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The-secret_of_2",
                "the-secret_of_1",
                "The-secret_of_",
                "The-secret_of_11",
                "The-secret_of_1,The-secret_of_1",
                " The-secret_of_1",
                "The-secret_of_１",
            })
    void anythingElseIsNotTelegram(String token) {
        assertFalse(isAuthentic(token, Desk.secrets("webhook-secret", SECRET)));
    }

    @Test
    void noWordIsNotTelegramAndAsksForNoSecret() {
        Webhook request = new Webhook(Map.of(), Map.of(), new byte[0]);

        assertFalse(new TelegramChannel().isAuthentic(request, Desk.secrets()));
    }

    @Test
    void anEmptyWordIsNeverRight() {
        assertFalse(isAuthentic("", Desk.secrets("webhook-secret", "")));
    }

    private static boolean isAuthentic(String token, Secrets secrets) {
        Webhook request =
                new Webhook(
                        Map.of("x-telegram-bot-api-secret-token", token), Map.of(), new byte[0]);
        return new TelegramChannel().isAuthentic(request, secrets);
    }
}
