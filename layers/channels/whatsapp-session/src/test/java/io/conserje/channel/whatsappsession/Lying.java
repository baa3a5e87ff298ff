package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.MalformedWebhook;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file as it lies at WhatsApp, sealed step by step as the Web clients do it, HKDF written out
 * (RFC 5869), so that the test shares nothing with what it tests.
 *
 * @param length as the sender says it
 */
record Lying(MediaKind kind, byte[] sealed, String sha256, String sealedSha256, long length) {
    private static final byte[] KEY = new byte[32];

    static {
        for (int i = 0; i < KEY.length; i++) {
            KEY[i] = (byte) (i * 7);
        }
    }

    static Lying of(MediaKind kind, byte[] plain) {
        try {
            byte[] keys = expand(hmac(new byte[32], KEY), info(kind), 112);
            byte[] iv = Arrays.copyOfRange(keys, 0, 16);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Arrays.copyOfRange(keys, 16, 48), "AES"),
                    new IvParameterSpec(iv));
            byte[] enciphered = cipher.doFinal(plain);
            byte[] mac = hmac(Arrays.copyOfRange(keys, 48, 80), join(iv, enciphered));
            byte[] sealed = join(enciphered, Arrays.copyOf(mac, 10));
            return new Lying(kind, sealed, digest(plain), digest(sealed), plain.length);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Lying as(MediaKind other) {
        return new Lying(other, sealed, sha256, sealedSha256, length);
    }

    Lying withDigest(String other) {
        return new Lying(kind, sealed, other, sealedSha256, length);
    }

    Lying withSealedDigest(String other) {
        return new Lying(kind, sealed, sha256, other, length);
    }

    Lying withLength(long other) {
        return new Lying(kind, sealed, sha256, sealedSha256, other);
    }

    /**
     * As the customer's message names it.
     *
     * @param where the fields that tell where it lies
     */
    Content.Media media(String where) {
        try {
            return (Content.Media)
                    Desk.contentOf(
                            "'"
                                    + MediaReference.word(kind)
                                    + "Message':{"
                                    + where
                                    + "'mediaKey':'"
                                    + Base64.getEncoder().encodeToString(KEY)
                                    + "','fileSha256':'"
                                    + sha256
                                    + "','fileEncSha256':'"
                                    + sealedSha256
                                    + "','fileLength':'"
                                    + length
                                    + "'}");
        } catch (MalformedWebhook e) {
            throw new AssertionError(e);
        }
    }

    private static String info(MediaKind kind) {
        return switch (kind) {
            case IMAGE, STICKER -> "WhatsApp Image Keys";
            case VIDEO -> "WhatsApp Video Keys";
            case AUDIO -> "WhatsApp Audio Keys";
            case DOCUMENT -> "WhatsApp Document Keys";
        };
    }

    private static byte[] expand(byte[] secret, String info, int length)
            throws GeneralSecurityException {
        byte[] all = {};
        byte[] last = {};
        for (int i = 1; all.length < length; i++) {
            last = hmac(secret, join(join(last, info.getBytes(UTF_8)), new byte[] {(byte) i}));
            all = join(all, last);
        }
        return Arrays.copyOf(all, length);
    }

    private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes);
    }

    private static String digest(byte[] bytes) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
