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

/**
 * Bookings as they are kept. Reads see every write that has ended before them. All methods throw
 * {@link io.conserje.application.Unavailable} when the table does not answer; calling again is
 * safe.
 */
public interface BookingStore {

    /** Each of them; an empty one where there is none yet. */
    Map<DaySheet.Key, DaySheet> sheets(ProjectId project, Set<DaySheet.Key> keys);

    Agenda agenda(ProjectId project, String customer);

    Optional<Booking> booking(ProjectId project, BookingId id);

    /** What came of an earlier call with this cause. */
    Optional<ToolResult> done(ProjectId project, Cause cause);

    /** Writes all of it, or nothing. */
    Written write(ProjectId project, Change change, Instant now);

    /** A booking's history, the oldest first. */
    List<LogEntry> log(ProjectId project, BookingId id);

    /** What is due by then, the earliest first. */
    List<Due> due(ProjectId project, Instant until, int most);

    /** Who waits for a service, the longest waiting first. */
    List<Waiting> line(ProjectId project, String service);

    sealed interface Written {}

    record Committed() implements Written {}

    /** Something that it was decided on has moved on: load, decide again. */
    record Overtaken() implements Written {}

    /** The same cause has had its effect before. */
    record AlreadyDone(ToolResult result) implements Written {}
}
