package io.conserje.aws;

import static io.conserje.aws.Items.number;

import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One change as the writes of one transaction, each with what it holds to. */
final class BookingWrites {
    /**
     * As many as one transaction takes.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
     */
    private static final int MOST = 100;

    /** Providers repeat a webhook for up to 7 days (Meta); this is well beyond. */
    private static final Duration REMEMBER = Items.REMEMBER_SEEN;

    private final String table;
    private final Wire wire;
    private final ProjectId project;

    BookingWrites(String table, Wire wire, ProjectId project) {
        this.table = table;
        this.wire = wire;
        this.project = project;
    }

    /** The outcome's comes first, where there is one. */
    List<TransactWriteItem> of(Change change, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        change.outcome().ifPresent(outcome -> writes.add(outcome(outcome, now)));
        change.sheets().forEach(sheet -> writes.add(sheet(sheet)));
        change.agendas().forEach(agenda -> writes.add(agenda(agenda)));
        change.bookings().forEach(booking -> writes.add(booking(booking)));
        change.log().forEach(entry -> writes.add(logged(entry)));
        change.dues().forEach(due -> writes.add(due(due)));
        change.past().forEach(due -> writes.add(past(due)));
        change.joined().forEach(waiting -> writes.add(joined(waiting)));
        change.left().forEach(waiting -> writes.add(left(waiting)));
        if (writes.size() > MOST) {
            throw new IllegalStateException(
                    "a change of " + writes.size() + " items: one transaction has at most " + MOST);
        }
        return writes;
    }

    private TransactWriteItem outcome(Change.Outcome outcome, Instant now) {
        return item(BookingKeys.outcome(project, outcome.cause()), outcome.result())
                .expiring(now.plus(REMEMBER).getEpochSecond())
                .ifNoneYet();
    }

    /** An empty sheet is kept: what holds off a second writer must not begin again at none. */
    private TransactWriteItem sheet(DaySheet sheet) {
        DaySheet next = new DaySheet(sheet.key(), sheet.version() + 1, sheet.entries());
        return item(BookingKeys.sheet(project, sheet.key()), next)
                .ifStill("version", sheet.version());
    }

    private TransactWriteItem agenda(Agenda agenda) {
        Agenda next = new Agenda(agenda.customer(), agenda.version() + 1, agenda.lines());
        return item(BookingKeys.agenda(project, agenda.customer()), next)
                .ifStill("version", agenda.version());
    }

    private TransactWriteItem booking(Booking booking) {
        return item(BookingKeys.booking(project, booking.id()), booking)
                .ifStill("fence", booking.fence() - 1);
    }

    private TransactWriteItem logged(LogEntry entry) {
        return item(BookingKeys.log(project, entry.booking(), entry.fence()), entry).ifNoneYet();
    }

    private TransactWriteItem due(Due due) {
        return item(BookingKeys.due(project, due), due).always();
    }

    private TransactWriteItem past(Due due) {
        return delete(
                Delete.builder()
                        .key(BookingKeys.due(project, due))
                        .conditionExpression("attribute_exists(pk)"));
    }

    private TransactWriteItem joined(Waiting waiting) {
        return item(BookingKeys.waiting(project, waiting), next(waiting))
                .ifStill("version", waiting.version());
    }

    private static Waiting next(Waiting waiting) {
        return new Waiting(
                waiting.id(),
                waiting.version() + 1,
                waiting.since(),
                waiting.service(),
                waiting.professional(),
                waiting.days(),
                waiting.clock(),
                waiting.party(),
                waiting.name(),
                waiting.customer(),
                waiting.offered());
    }

    private TransactWriteItem left(Waiting waiting) {
        return delete(
                Delete.builder()
                        .key(BookingKeys.waiting(project, waiting))
                        .conditionExpression("#version = :before")
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(Map.of(":before", number(waiting.version()))));
    }

    private BookingItem item(Map<String, AttributeValue> key, Object value) {
        return new BookingItem(table, key, wire.write(value));
    }

    private TransactWriteItem delete(Delete.Builder delete) {
        return TransactWriteItem.builder().delete(delete.tableName(table).build()).build();
    }
}
