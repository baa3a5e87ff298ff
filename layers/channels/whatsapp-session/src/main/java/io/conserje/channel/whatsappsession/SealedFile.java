package io.conserje.channel.whatsappsession;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.CipherInputStream;
import javax.crypto.Mac;

/**
 * A file as WhatsApp keeps it, on our disk: enciphered, and the first ten bytes of the MAC after
 * that. It is read more than once and never wholly in memory.
 */
record SealedFile(Path path, MediaKeys keys) {
    static final int MAC_BYTES = 10;
    static final int MOST_AROUND = MAC_BYTES + 16;

    private static final int PIECE = 1 << 16;

    /**
     * Why it cannot be believed; empty when it can.
     *
     * @param sealedSha256 of all its bytes, in base 64
     * @param sha256 of what is in it, in base 64
     */
    Optional<String> fault(Optional<String> sealedSha256, Optional<String> sha256)
            throws IOException {
        if (Files.size(path) <= MAC_BYTES) {
            return Optional.of("the file is too short to be one of WhatsApp's");
        }
        if (!isMac()) {
            return Optional.of("the file's MAC is wrong: it is not what the customer sent");
        }
        if (sealedSha256.isPresent() && !is(sealedSha256.get(), Files.newInputStream(path))) {
            return Optional.of("the file's sealed digest is wrong: it is not what was sent");
        }
        return sha256.isPresent() && !is(sha256.get(), open())
                ? Optional.of("the file's digest is wrong: it is not what the customer sent")
                : Optional.empty();
    }

    /** What is in it. */
    InputStream open(OpenOption... options) throws IOException {
        return new CipherInputStream(front(options), keys.opener());
    }

    /** The file is gone with the stream. */
    InputStream openOnce() throws IOException {
        return open(StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private boolean isMac() throws IOException {
        Mac mac = keys.mac();
        try (InputStream front = front()) {
            byte[] piece = new byte[PIECE];
            for (int read = front.read(piece); read >= 0; read = front.read(piece)) {
                mac.update(piece, 0, read);
            }
        }
        try (InputStream all = Files.newInputStream(path)) {
            all.skipNBytes(Files.size(path) - MAC_BYTES);
            return MessageDigest.isEqual(
                    Arrays.copyOf(mac.doFinal(), MAC_BYTES), all.readAllBytes());
        }
    }

    private static boolean is(String base64, InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream digested = new DigestInputStream(bytes, digest)) {
            digested.transferTo(OutputStream.nullOutputStream());
        }
        return Base64.getEncoder().encodeToString(digest.digest()).equals(base64);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private InputStream front(OpenOption... options) throws IOException {
        long length = Files.size(path) - MAC_BYTES;
        return new Front(Files.newInputStream(path, options), length);
    }

    /** As much of a stream as comes before the MAC. */
    private static final class Front extends FilterInputStream {
        private long left;

        Front(InputStream all, long length) {
            super(all);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
