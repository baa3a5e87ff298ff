package io.conserje.local.emulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a customer sees. A snapshot: ask for the transcript again to see its ticks turn.
 *
 * @param index its place in the transcript, from 0
 * @param kind the provider's word for what it is, such as {@code text} or {@code list}
 * @param text what can be read of it; for a picture, its caption
 * @param id the provider's id of the message
 * @param status for a customer's line: with the system under test or not, and read by it
 * @param failure why it failed; the customer of a real provider would not see the line at all
 * @param readAt when the system under test marked it as read
 * @param typingAt when it last showed itself typing an answer to it
 */
public record PhoneLine(
        int index,
        Direction direction,
        Instant at,
        String kind,
        String text,
        List<Option> options,
        String id,
        Status status,
        @Nullable String failure,
        @Nullable Instant readAt,
        @Nullable Instant typingAt) {

    public PhoneLine {
        options = List.copyOf(options);
    }

    /** A new line, whose place the transcript gives. */
    public static PhoneLine written(
            Direction direction, Instant at, String kind, String text, String id) {
        return new PhoneLine(
                0, direction, at, kind, text, List.of(), id, Status.PENDING, null, null, null);
    }

    public PhoneLine withIndex(int place) {
        return new PhoneLine(
                place, direction, at, kind, text, options, id, status, failure, readAt, typingAt);
    }

    public PhoneLine withOptions(List<Option> offered) {
        return new PhoneLine(
                index, direction, at, kind, text, offered, id, status, failure, readAt, typingAt);
    }

    public PhoneLine withStatus(Status reached, @Nullable String why) {
        Status now = status.orLater(reached);
        return new PhoneLine(
                index, direction, at, kind, text, options, id, now, why, readAt, typingAt);
    }

    public PhoneLine withRead(Instant when) {
        Status now = status.orLater(Status.READ);
        return new PhoneLine(
                index, direction, at, kind, text, options, id, now, failure, when, typingAt);
    }

    public PhoneLine withTyping(Instant when) {
        return new PhoneLine(
                index, direction, at, kind, text, options, id, status, failure, readAt, when);
    }
}
