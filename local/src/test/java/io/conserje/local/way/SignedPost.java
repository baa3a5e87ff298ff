package io.conserje.local.way;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts webhooks as Meta would, and as somebody would who is not Meta. */
final class SignedPost {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SignedPost() {}

    static HttpResponse<String> post(URI webhook, byte[] body, String appSecret)
            throws IOException, InterruptedException {
        return send(webhook, body, "sha256=" + hmac(body, appSecret));
    }

    static HttpResponse<String> send(URI webhook, byte[] body, String signature)
            throws IOException, InterruptedException {
        return post(webhook, body, "x-hub-signature-256", signature);
    }

    static HttpResponse<String> post(URI webhook, byte[] body, String header, String value)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(webhook)
                        .timeout(Duration.ofSeconds(30))
                        .header("content-type", "application/json")
                        .header(header, value)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text message in Meta's shape, sent just now. */
    static byte[] text(String from, String id, String body) {
        return """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881"},
        "contacts":[{"profile":{"name":"Ana"},"wa_id":"%1$s"}],
        "messages":[{"from":"%1$s","id":"%2$s","timestamp":"%4$d","type":"text","text":{"body":"%3$s"}}]
        }}]}]}\
        """
                .formatted(from, id, body, Instant.now().getEpochSecond())
                .getBytes(StandardCharsets.UTF_8);
    }
}
