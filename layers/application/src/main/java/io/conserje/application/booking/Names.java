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

    /** What a hold is named after that a message asks for. */
    static String hold(Cause cause) {
        return "hold\n" + cause.ordinal() + "\n" + cause.message();
    }

    static String place(ProjectId project, Cause cause) {
        return readable(project + "\nplace\n" + cause.ordinal() + "\n" + cause.message(), PLACE);
    }

    /** Six characters are few: now and then they name another booking already. */
    static BookingId free(BookingStore store, ProjectId project, String after) {
        for (int taken = 0; ; taken++) {
            BookingId id = after(project, after, taken);
            if (store.booking(project, id).isEmpty()) {
                return id;
            }
        }
    }

    /**
     * @param taken how many of the names before it are other bookings'
     */
    static BookingId after(ProjectId project, String after, int taken) {
        return new BookingId(readable(project + "\n" + taken + "\n" + after, BOOKING));
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
