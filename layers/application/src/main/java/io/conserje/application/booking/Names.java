package io.conserje.application.booking;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.tool.Cause;
import io.conserje.model.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names what a cause brings about: always the same, whoever repeats it. */
final class Names {
    /** Read aloud, none of them is taken for another: no 0 and O, no 1 and I. */
    private static final String READABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int BOOKING = 6;
    private static final int PLACE = 16;

    private Names() {}

    /**
     * @param taken how many names that the cause could have given are somebody else's
     */
    static BookingId booking(ProjectId project, Cause cause, int taken) {
        return new BookingId(digest(project, cause, "booking " + taken, BOOKING));
    }

    static BookingId offer(ProjectId project, String place, long version, int taken) {
        return new BookingId(
                readable(
                        String.join("\n", project.value(), "offer", place, version + " " + taken),
                        BOOKING));
    }

    static String place(ProjectId project, Cause cause) {
        return digest(project, cause, "place", PLACE);
    }

    private static String digest(ProjectId project, Cause cause, String what, int length) {
        return readable(
                String.join(
                        "\n",
                        project.value(),
                        what,
                        Integer.toString(cause.ordinal()),
                        cause.message().value()),
                length);
    }

    private static String readable(String text, int length) {
        byte[] digest = sha256(text);
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(READABLE.charAt(digest[i] & 31));
        }
        return out.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
