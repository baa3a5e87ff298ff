package io.conserje.application.booking;

import io.conserje.application.Unavailable;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A store that somebody else uses between a decision and its writing, and that fails before a write
 * or after it.
 */
final class Interrupted implements BookingStore {
    private static final int DEEPEST = 3;

    /** Is shown every write as it happens. */
    interface Witness {
        void sees(Change change, Instant now, Runnable write);
    }

    private final BookingStore store;
    private final Random random;
    private final Runnable somebodyElse;
    private final Witness witness;
    private int depth;

    Interrupted(BookingStore store, Random random, Runnable somebodyElse, Witness witness) {
        this.store = store;
        this.random = random;
        this.somebodyElse = somebodyElse;
        this.witness = witness;
    }

    @Override
    public Written write(ProjectId project, Change change, Instant now) {
        if (depth < DEEPEST && random.nextInt(4) == 0) {
            depth++;
            somebodyElse.run();
            depth--;
        }
        mayFail("before the write");
        Written[] written = new Written[1];
        witness.sees(change, now, () -> written[0] = store.write(project, change, now));
        mayFail("after the write");
        return written[0];
    }

    private void mayFail(String when) {
        if (random.nextInt(12) == 0) {
            throw new Unavailable(when);
        }
    }

    @Override
    public Map<DaySheet.Key, DaySheet> sheets(ProjectId project, Set<DaySheet.Key> keys) {
        return store.sheets(project, keys);
    }

    @Override
    public Agenda agenda(ProjectId project, String customer) {
        return store.agenda(project, customer);
    }

    @Override
    public Optional<Booking> booking(ProjectId project, BookingId id) {
        return store.booking(project, id);
    }

    @Override
    public Optional<ToolResult> done(ProjectId project, Cause cause) {
        return store.done(project, cause);
    }

    @Override
    public List<LogEntry> log(ProjectId project, BookingId id) {
        return store.log(project, id);
    }

    @Override
    public List<Due> due(ProjectId project, Instant until, int most) {
        return store.due(project, until, most);
    }

    @Override
    public List<Waiting> line(ProjectId project, String service) {
        return store.line(project, service);
    }
}
