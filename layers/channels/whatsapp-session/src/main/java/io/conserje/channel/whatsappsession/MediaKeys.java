package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.model.MediaKind;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What WhatsApp derives from the key of a file (WhatsApp's security whitepaper, "Transmitting Media
 * and Other Attachments"; {@code getMediaKeys} of the Web clients): HKDF-SHA256, 112 bytes, of
 * which the last 32 are for something else.
 */
record MediaKeys(byte[] iv, byte[] cipherKey, byte[] macKey) {
    private static final int KEY_BYTES = 32;

    /** Empty when the key is none. */
    static Optional<MediaKeys> of(MediaReference reference) {
        try {
            byte[] key = Base64.getDecoder().decode(reference.key());
            return key.length == KEY_BYTES
                    ? Optional.of(of(expanded(key, info(reference.kind()))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static MediaKeys of(byte[] expanded) {
        return new MediaKeys(
                Arrays.copyOfRange(expanded, 0, 16),
                Arrays.copyOfRange(expanded, 16, 48),
                Arrays.copyOfRange(expanded, 48, 80));
    }

    private static String info(MediaKind kind) {
        return switch (kind) {
            case IMAGE, STICKER -> "WhatsApp Image Keys";
            case VIDEO -> "WhatsApp Video Keys";
            case AUDIO -> "WhatsApp Audio Keys";
            case DOCUMENT -> "WhatsApp Document Keys";
        };
    }

    private static byte[] expanded(byte[] key, String info) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(info.getBytes(UTF_8), 112));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has HKDF-SHA256 since 25", e);
        }
    }

    Cipher opener() {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(cipherKey, "AES"),
                    new IvParameterSpec(iv));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/CBC/PKCS5Padding", e);
        }
    }

    /** Over the vector and what was enciphered. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
            mac.update(iv);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Without the keys, which a record would print. */
    @Override
    public String toString() {
        return "MediaKeys[]";
    }
}
