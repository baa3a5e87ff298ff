package io.conserje.local.fuzz;

import io.conserje.local.fuzz.Request.Header;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the providers do.
 *
 * @param appSecret WhatsApp's
 * @param webhookSecret Telegram's
 */
public record Signing(String appSecret, String webhookSecret) {

    /** All headers of a request, with its proof. */
    List<Header> headers(Request request) {
        List<Header> headers = new ArrayList<>(request.headers());
        boolean telegram = request.path().contains("telegram");
        String name = telegram ? "X-Telegram-Bot-Api-Secret-Token" : "X-Hub-Signature-256";
        String right = telegram ? webhookSecret : "sha256=" + hmac(request.body());
        switch (request.proof()) {
            case RIGHT -> headers.add(new Header(name, right));
            case RIGHT_IN_CAPITALS -> headers.add(new Header(name.toUpperCase(Locale.ROOT), right));
            case MISSING -> {}
            case WRONG -> headers.add(new Header(name, "sha256=" + "0".repeat(64)));
            case DOUBLED -> {
                headers.add(new Header(name, right));
                headers.add(new Header(name, right));
            }
            case CUT -> headers.add(new Header(name, right.substring(0, right.length() - 1)));
            case HUGE -> headers.add(new Header(name, right.repeat(90)));
            case NOT_ASCII -> headers.add(new Header(name, right + "\u00e9"));
        }
        return headers;
    }

    private String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
