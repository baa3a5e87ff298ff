package io.conserje.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over the raw body, in a header as {@code sha256=} and hexadecimal digits. A body that
 * was parsed and written again no longer fits its signature.
 *
 * @param header in lower case
 * @param secret the name of the secret that signs
 */
public record Signature(String header, String secret) {
    private static final String SCHEME = "sha256=";

    public boolean isAuthentic(Webhook request, Secrets secrets) {
        Optional<byte[]> signature = request.header(header).flatMap(Signature::parse);
        return signature.isPresent()
                && isOurs(signature.get(), secrets.get(secret), request.body());
    }

    /** With an empty secret anybody could sign; Java knows no such key anyway. */
    private static boolean isOurs(byte[] signature, String secret, byte[] body) {
        return !secret.isEmpty() && MessageDigest.isEqual(hmac(secret, body), signature);
    }

    private static Optional<byte[]> parse(String header) {
        if (!header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(header, SCHEME.length(), header.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
