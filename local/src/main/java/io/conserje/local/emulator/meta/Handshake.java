package io.conserje.local.emulator.meta;

import io.conserje.local.emulator.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What Meta asks an address before it posts anything to it. */
final class Handshake {
    /** The functions may have much to catch up on when they have just been started again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Handshake() {}

    static void check(URI webhook, String verifyToken, String challenge) {
        HttpResponse<String> answer = ask(webhook, verifyToken, challenge);
        if (answer.statusCode() != 200) {
            throw new Refused(
                    "webhook",
                    webhook
                            + " answered the handshake with "
                            + answer.statusCode()
                            + "; it must answer 200 when"
                            + " hub.verify_token is the account's verify-token");
        }
        if (!answer.body().equals(challenge)) {
            throw new Refused(
                    "webhook",
                    webhook
                            + " must answer the handshake with hub.challenge ("
                            + challenge
                            + ") and nothing else, not: "
                            + shortened(answer.body()));
        }
    }

    private static HttpResponse<String> ask(URI webhook, String verifyToken, String challenge) {
        String query =
                "hub.mode=subscribe&hub.challenge="
                        + challenge
                        + "&hub.verify_token="
                        + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        URI asked = URI.create(webhook + (webhook.getQuery() == null ? "?" : "&") + query);
        HttpRequest request = HttpRequest.newBuilder(asked).timeout(PATIENCE).GET().build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused("webhook", webhook + " did not answer the handshake: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("webhook", "interrupted while waiting for " + webhook, e);
        }
    }

    private static String shortened(String body) {
        return body.length() <= 200 ? body : body.substring(0, 200) + "...";
    }
}
