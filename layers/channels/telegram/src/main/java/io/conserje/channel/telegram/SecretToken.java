package io.conserje.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The word that setWebhook was told comes back in a header (core.telegram.org/bots/api#setwebhook).
 * Nothing signs the body.
 */
final class SecretToken {
    static final String SECRET = "webhook-secret";

    private static final String HEADER = "x-telegram-bot-api-secret-token";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private SecretToken() {}

    static boolean isAuthentic(Webhook request, Secrets secrets) {
        return request.header(HEADER)
                .filter(token -> SHAPE.matcher(token).matches())
                .filter(token -> isOurs(token, secrets.get(SECRET).strip()))
                .isPresent();
    }

    private static boolean isOurs(String token, String expected) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
