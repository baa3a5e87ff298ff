package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final Map<String, String> GOOD =
            Map.of(
                    "hub.mode", "subscribe",
                    "hub.verify_token", "our-token",
                    "hub.challenge", "1158201444");

    @Test
    void ourTokenBringsBackTheBareChallenge() {
        assertEquals(new WebhookAnswer(200, "1158201444"), answer(GOOD));
    }

    @Test
    void anotherTokenIsForbidden() {
        assertEquals(403, answer(with("hub.verify_token", "guess")).status());
    }

    @Test
    void anotherModeIsForbidden() {
        assertEquals(403, answer(with("hub.mode", "unsubscribe")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.mode", "hub.verify_token", "hub.challenge"})
    void anAbsentParameterIsNamed(String name) {
        Map<String, String> query = new HashMap<>(GOOD);
        query.remove(name);

        assertEquals(new WebhookAnswer(400, "missing " + name), answer(query));
    }

    @Test
    void anEmptyTokenNeverPassesEvenWhenOursIsEmptyByMistake() {
        Webhook request = request(with("hub.verify_token", ""));

        WebhookAnswer answer =
                new WhatsAppChannel().handshake(request, Desk.secrets("verify-token", ""));

        assertEquals(400, answer.status());
    }

    private static WebhookAnswer answer(Map<String, String> query) {
        return new WhatsAppChannel()
                .handshake(request(query), Desk.secrets("verify-token", "our-token"));
    }

    private static Webhook request(Map<String, String> query) {
        return new Webhook(Map.of(), query, new byte[0]);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> query = new HashMap<>(GOOD);
        query.put(name, value);
        return query;
    }
}
