package io.conserje.engine.booking;

import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolResult;
import java.util.List;
import java.util.Optional;

/**
 * All that one transition writes, as one. Each value holds the version (or, a booking, the fence)
 * that it was decided on, and nothing is written when one of them has moved on.
 *
 * @param sheets with the version that was read; the one written is the next
 * @param agendas likewise
 * @param bookings with their new fence; the one before it must still stand, or none at all for
 *     fence 1
 * @param dues to be added
 * @param past dues that are dealt with: removed, and each must still be there
 * @param joined places in line to be written; version 0 for a new one
 * @param left places in line to be taken away
 * @param outcome what is given again when the same cause asks once more
 */
public record Change(
        List<DaySheet> sheets,
        List<Agenda> agendas,
        List<Booking> bookings,
        List<LogEntry> log,
        List<Due> dues,
        List<Due> past,
        List<Waiting> joined,
        List<Waiting> left,
        Optional<Outcome> outcome) {

    public record Outcome(Cause cause, ToolResult result) {}

    /** Changes nothing; only what was answered is kept. */
    public static Change answer(Outcome outcome) {
        return new Change(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(outcome));
    }

    public Change {
        sheets = List.copyOf(sheets);
        agendas = List.copyOf(agendas);
        bookings = List.copyOf(bookings);
        log = List.copyOf(log);
        dues = List.copyOf(dues);
        past = List.copyOf(past);
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }
}
