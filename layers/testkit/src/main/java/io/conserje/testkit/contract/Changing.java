package io.conserje.testkit.contract;

import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change made up of as little as a test is about. */
final class Changing {
    private final List<DaySheet> sheets = new ArrayList<>();
    private final List<Agenda> agendas = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();
    private final List<Due> past = new ArrayList<>();
    private final List<Waiting> joined = new ArrayList<>();
    private final List<Waiting> left = new ArrayList<>();
    private Optional<Change.Outcome> outcome = Optional.empty();

    Changing sheet(DaySheet sheet) {
        sheets.add(sheet);
        return this;
    }

    Changing agenda(Agenda agenda) {
        agendas.add(agenda);
        return this;
    }

    Changing booking(Booking booking) {
        bookings.add(booking);
        return this;
    }

    Changing log(LogEntry entry) {
        log.add(entry);
        return this;
    }

    Changing due(Due due) {
        dues.add(due);
        return this;
    }

    Changing past(Due due) {
        past.add(due);
        return this;
    }

    Changing joined(Waiting waiting) {
        joined.add(waiting);
        return this;
    }

    Changing left(Waiting waiting) {
        left.add(waiting);
        return this;
    }

    Changing because(Cause cause, ToolResult result) {
        outcome = Optional.of(new Change.Outcome(cause, result));
        return this;
    }

    Change change() {
        return new Change(sheets, agendas, bookings, log, dues, past, joined, left, outcome);
    }
}
