package io.conserje.local.bench;

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
import io.conserje.local.bench.BookingCrashes.Step;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store as a process sees it that dies at one of the steps.
 *
 * @param overtaken told when somebody else's write came first
 */
record CrashingStore(BookingStore store, BookingCrashes.Trap trap, Runnable overtaken)
        implements BookingStore {

    @Override
    public Map<DaySheet.Key, DaySheet> sheets(ProjectId project, Set<DaySheet.Key> keys) {
        return reading().sheets(project, keys);
    }

    @Override
    public Agenda agenda(ProjectId project, String customer) {
        return reading().agenda(project, customer);
    }

    @Override
    public Optional<Booking> booking(ProjectId project, BookingId id) {
        return reading().booking(project, id);
    }

    @Override
    public Optional<ToolResult> done(ProjectId project, Cause cause) {
        return reading().done(project, cause);
    }

    @Override
    public List<LogEntry> log(ProjectId project, BookingId id) {
        return reading().log(project, id);
    }

    @Override
    public List<Due> due(ProjectId project, Instant until, int most) {
        return reading().due(project, until, most);
    }

    @Override
    public List<Waiting> line(ProjectId project, String service) {
        return reading().line(project, service);
    }

    private BookingStore reading() {
        trap.at(Step.BEFORE_READ);
        return store;
    }

    @Override
    public Written write(ProjectId project, Change change, Instant now) {
        trap.at(Step.BEFORE_WRITE);
        Written written = store.write(project, change, now);
        switch (written) {
            case Committed committed -> trap.at(Step.AFTER_WRITE);
            case Overtaken late -> overtaken.run();
            case AlreadyDone done -> {}
        }
        return written;
    }
}
