package io.conserje.aws;

import static io.conserje.aws.Items.text;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.Cause;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the bookings' table. Every partition begins with its project. */
final class BookingKeys {
    static final String LOG = "L#";

    /** Always as many digits, so that the order of the texts is the order of the moments. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private BookingKeys() {}

    static Map<String, AttributeValue> sheet(ProjectId project, DaySheet.Key key) {
        return key(of(project, "R#" + key.professional()), "D#" + key.day());
    }

    static Map<String, AttributeValue> booking(ProjectId project, BookingId id) {
        return key(history(project, id), "STATE");
    }

    static Map<String, AttributeValue> log(ProjectId project, BookingId id, long fence) {
        return key(history(project, id), LOG + String.format(Locale.ROOT, "%06d", fence));
    }

    static String history(ProjectId project, BookingId id) {
        return of(project, "B#" + id);
    }

    static Map<String, AttributeValue> agenda(ProjectId project, String customer) {
        return key(of(project, "C#" + customer), "AGENDA");
    }

    /** A provider's id can be longer than a key may be, so its digest stands for it. */
    static Map<String, AttributeValue> outcome(ProjectId project, Cause cause) {
        String message = Items.sha256(cause.message().value());
        return key(of(project, "CAUSE#" + message + "#" + cause.ordinal()), "DONE");
    }

    static Map<String, AttributeValue> due(ProjectId project, Due due) {
        return key(
                dues(project),
                moment(due.at()) + "#" + due.kind() + "#" + due.booking() + "#" + due.fence());
    }

    static String dues(ProjectId project) {
        return of(project, "DUE");
    }

    /** After all that is due at that moment, and before all that is due later. */
    static String justAfter(Instant moment) {
        return moment(moment) + "$";
    }

    static Map<String, AttributeValue> waiting(ProjectId project, Waiting waiting) {
        return key(line(project, waiting.service()), moment(waiting.since()) + "#" + waiting.id());
    }

    static String line(ProjectId project, String service) {
        return of(project, "W#" + service);
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String of(ProjectId project, String rest) {
        return "P#" + project + "#" + rest;
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", text(partition), "sk", text(sort));
    }
}
