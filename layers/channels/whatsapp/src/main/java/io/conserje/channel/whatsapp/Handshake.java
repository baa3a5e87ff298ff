package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import java.security.MessageDigest;
import java.util.List;

final class Handshake {
    static final String SECRET = "verify-token";

    private static final String MODE = "hub.mode";
    private static final String TOKEN = "hub.verify_token";
    private static final String CHALLENGE = "hub.challenge";

    private Handshake() {}

    static WebhookAnswer answer(Webhook request, Secrets secrets) {
        for (String name : List.of(MODE, TOKEN, CHALLENGE)) {
            if (asked(request, name).isBlank()) {
                return new WebhookAnswer(400, "missing " + name);
            }
        }
        if (!asked(request, MODE).equals("subscribe")) {
            return new WebhookAnswer(403, "hub.mode is not subscribe");
        }
        if (!isOurs(asked(request, TOKEN), secrets.get(SECRET))) {
            return new WebhookAnswer(403, "hub.verify_token is not ours");
        }
        return new WebhookAnswer(200, asked(request, CHALLENGE));
    }

    private static String asked(Webhook request, String name) {
        return request.query().getOrDefault(name, "");
    }

    private static boolean isOurs(String token, String expected) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
