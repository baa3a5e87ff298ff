package io.conserje.application.booking;

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
import java.util.Set;

/** A store with one booking in it that cannot be read. */
record StoreThatChokes(BookingStore store, BookingId on) implements BookingStore {
    @Override
    public Optional<Booking> booking(ProjectId project, BookingId id) {
        if (id.equals(on)) {
            throw new IllegalStateException("a booking that cannot be read");
        }
        return store.booking(project, id);
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
    public Optional<ToolResult> done(ProjectId project, Cause cause) {
        return store.done(project, cause);
    }

    @Override
    public Written write(ProjectId project, Change change, Instant now) {
        return store.write(project, change, now);
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
