package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.LogEntry;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that the bookings' table says of a project, read item by item and not through the port. */
final class BookingTable {
    private final Wire wire = new Wire();
    private final Map<BookingId, Booking> bookings = new HashMap<>();
    private final Map<BookingId, List<LogEntry>> logs = new HashMap<>();
    private final List<DaySheet> sheets = new ArrayList<>();
    private final List<Agenda> agendas = new ArrayList<>();

    private BookingTable() {}

    static BookingTable read(AwsClients clients, String table, ProjectId project) {
        BookingTable all = new BookingTable();
        String prefix = "P#" + project + "#";
        clients.dynamo()
                .scanPaginator(scan ->
                        scan.tableName(table)
                                .consistentRead(true)
                                .filterExpression("begins_with(pk, :project)")
                                .expressionAttributeValues(
                                        Map.of(":project", AttributeValue.fromS(prefix))))
                .items()
                .forEach(item -> all.note(text(item, "pk").substring(prefix.length()), item));
        all.logs
                .values()
                .forEach(log -> log.sort((one, other) -> Long.compare(one.fence(), other.fence())));
        return all;
    }

    private void note(String partition, Map<String, AttributeValue> item) {
        String data = text(item, "data");
        switch (partition.substring(0, partition.contains("#") ? partition.indexOf('#') : 0)) {
            case "R" -> sheets.add(wire.read(data, DaySheet.class));
            case "C" -> agendas.add(wire.read(data, Agenda.class));
            case "B" -> noteBooking(text(item, "sk"), data);
            default -> {}
        }
    }

    private void noteBooking(String sort, String data) {
        if (sort.equals("STATE")) {
            Booking booking = wire.read(data, Booking.class);
            bookings.put(booking.id(), booking);
        } else {
            LogEntry entry = wire.read(data, LogEntry.class);
            logs.computeIfAbsent(entry.booking(), id -> new ArrayList<>()).add(entry);
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    Map<BookingId, Booking> bookings() {
        return bookings;
    }

    /** How many have a booking that begins then. */
    int people(Instant start) {
        return bookings.values().stream()
                .filter(booking -> booking.state() instanceof Booking.Confirmed)
                .filter(booking -> booking.slot().start().equals(start))
                .mapToInt(Booking::party)
                .sum();
    }

    /** Each booking's, the oldest line first. */
    Map<BookingId, List<LogEntry>> logs() {
        return logs;
    }

    List<DaySheet> sheets() {
        return sheets;
    }

    List<Agenda> agendas() {
        return agendas;
    }
}
