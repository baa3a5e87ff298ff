package io.conserje.aws;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Bookings in DynamoDB: a sheet for each professional's day, an agenda for each customer, a booking
 * with its log, what is due, the lines of who waits, and what each cause has brought about. A
 * change is one transaction, whose conditions are the versions and fences that it was decided on.
 *
 * <p>When a write's answer is lost, nobody knows whether it was written. Who asks again with the
 * same cause finds its outcome, which was written in the same transaction; so a write needs no name
 * of its own.
 */
public final class DynamoBookings implements BookingStore {
    private static final String CONDITION = "ConditionalCheckFailed";

    private final AwsClients clients;
    private final String table;
    private final Wire wire;
    private final BookingReads reads;

    public DynamoBookings(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("BOOKINGS_TABLE");
        this.wire = wire;
        this.reads = new BookingReads(clients, table, wire);
        variables.check();
    }

    @Override
    public Map<DaySheet.Key, DaySheet> sheets(ProjectId project, Set<DaySheet.Key> keys) {
        return asking(() -> reads.sheets(project, keys));
    }

    @Override
    public Agenda agenda(ProjectId project, String customer) {
        return asking(() -> reads.one(BookingKeys.agenda(project, customer), Agenda.class))
                .orElseGet(() -> Agenda.empty(customer));
    }

    @Override
    public Optional<Booking> booking(ProjectId project, BookingId id) {
        return asking(() -> reads.one(BookingKeys.booking(project, id), Booking.class));
    }

    @Override
    public Optional<ToolResult> done(ProjectId project, Cause cause) {
        return asking(() -> reads.one(BookingKeys.outcome(project, cause), ToolResult.class));
    }

    @Override
    public Written write(ProjectId project, Change change, Instant now) {
        List<TransactWriteItem> writes = new BookingWrites(table, wire, project).of(change, now);
        if (writes.isEmpty()) {
            return new Committed();
        }
        try {
            clients.dynamo().transactWriteItems(write -> write.transactItems(writes));
            return new Committed();
        } catch (TransactionCanceledException e) {
            return cancelled(project, change, e);
        } catch (SdkException e) {
            throw new Unavailable("the bookings", e);
        }
    }

    /** Had the cause its effect before, the rest has moved on too, by its own doing. */
    private Written cancelled(
            ProjectId project, Change change, TransactionCanceledException cancelled) {
        List<String> codes =
                cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (change.outcome().isPresent() && CONDITION.equals(codes.getFirst())) {
            return done(project, change.outcome().get().cause())
                    .<Written>map(AlreadyDone::new)
                    .orElseGet(Overtaken::new);
        }
        if (codes.contains(CONDITION) || codes.contains("TransactionConflict")) {
            return new Overtaken();
        }
        throw new Unavailable("the bookings", cancelled);
    }

    @Override
    public List<LogEntry> log(ProjectId project, BookingId id) {
        String history = BookingKeys.history(project, id);
        return asking(() -> reads.all(history, BookingKeys.LOG, LogEntry.class));
    }

    @Override
    public List<Due> due(ProjectId project, Instant until, int most) {
        String bound = BookingKeys.justAfter(until);
        return asking(() -> reads.before(BookingKeys.dues(project), bound, most, Due.class));
    }

    @Override
    public List<Waiting> line(ProjectId project, String service) {
        return asking(() -> reads.all(BookingKeys.line(project, service), "", Waiting.class));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new Unavailable("the bookings", e);
        }
    }
}
