package io.conserje.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names a conversation without telling who takes part: a digest of project, account and contact. It
 * may stand in a log, in a queue's message group (128 characters there) and in a URL.
 *
 * @param value 26 characters of {@code a-z2-7}: 130 bits of a SHA-256
 */
public record ConversationId(String value) {
    private static final int LENGTH = 26;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    public ConversationId {
        if (!isWhole(value)) {
            throw new IllegalArgumentException(
                    "conversation is '" + value + "': it has 26 characters out of a-z and 2-7");
        }
    }

    private static boolean isWhole(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (BASE32.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return value.length() == LENGTH;
    }

    /** The conversation that a contact has with an account. */
    public static ConversationId of(ProjectId project, AccountRef account, Contact contact) {
        return digest(project, account, "contact", contact.key());
    }

    /** Where an account keeps what the provider says about the account itself. */
    public static ConversationId ofAccount(ProjectId project, AccountRef account) {
        return digest(project, account, "account", "");
    }

    private static ConversationId digest(
            ProjectId project, AccountRef account, String kind, String key) {
        String text =
                String.join("\n", project.value(), account.channel(), account.account(), kind, key);
        return new ConversationId(base32(sha256(text), LENGTH));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int bit = i * 5;
            int window = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
            out.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
