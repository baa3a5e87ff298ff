package io.conserje.local.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Changes a body as bytes, whatever they mean. */
record ByteMutation(RandomGenerator random) {
    /** None of them can stand in UTF-8 by itself. */
    private static final List<Integer> NOT_UTF_8 =
            List.of(0x80, 0xC0, 0xC1, 0xED, 0xF8, 0xFE, 0xFF);

    /** Larger than what we take, and larger than what the gateway takes. */
    private static final List<Integer> TOO_LARGE = List.of(3_200_000, 10_600_000);

    byte[] mutated(byte[] body) {
        int at = body.length == 0 ? 0 : random.nextInt(body.length);
        return switch (random.nextInt(14)) {
            case 0 -> new byte[0];
            case 1, 2 -> Arrays.copyOf(body, at);
            case 3, 4 -> with(body, at, body.length == 0 ? 0 : body[at] ^ (1 << random.nextInt(8)));
            case 5, 6 -> with(body, at, Odd.one(NOT_UTF_8, random));
            case 7 -> with(body, at, 0);
            case 8 ->
                    joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at / 2, body.length));
            case 9 -> joined(body, body);
            case 10 -> packed(body);
            case 11 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body);
            case 12 ->
                    random.nextInt(400) == 0 ? large(body) : joined(body, new byte[] {' ', '\n'});
            default -> noise();
        };
    }

    private static byte[] with(byte[] body, int at, int value) {
        if (body.length == 0) {
            return new byte[] {(byte) value};
        }
        byte[] other = body.clone();
        other[at] = (byte) value;
        return other;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Still the same JSON, but for its length. */
    private byte[] large(byte[] body) {
        byte[] all = new byte[Odd.one(TOO_LARGE, random)];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy(body, 0, all, 0, Math.min(body.length, all.length));
        return all;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
