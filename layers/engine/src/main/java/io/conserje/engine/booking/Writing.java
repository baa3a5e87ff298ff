package io.conserje.engine.booking;

import io.conserje.engine.booking.Booking.Confirmed;
import io.conserje.engine.booking.Booking.Held;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change in the making. Each transition is put on the sheets, the agenda and the log alike, so
 * that they cannot tell different stories.
 */
final class Writing {
    /** Who is reminded sooner than that has just been told. */
    private static final Duration JUST_TOLD = Duration.ofHours(1);

    private final Situation at;
    private final String by;
    private final String because;

    private final Map<DaySheet.Key, List<DaySheet.Entry>> sheets = new LinkedHashMap<>();
    private final List<Agenda.Line> lines;
    private final List<Booking> bookings = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();
    private final List<Due> past = new ArrayList<>();
    private final List<Waiting> joined = new ArrayList<>();
    private final List<Waiting> left = new ArrayList<>();

    Writing(Situation at, String by, String because) {
        this.at = at;
        this.by = by;
        this.because = because;
        this.lines = new ArrayList<>(at.ledger().agenda().lines());
    }

    /** What a customer's message causes. */
    static Writing asked(Situation at, Cause cause) {
        return new Writing(at, "customer", cause.message().value());
    }

    /** A transition: the booking stands where its state says, and nowhere else. */
    Booking becomes(Booking after, String what) {
        notes(after, what);
        takeAway(after.id());
        switch (after.state()) {
            case Held held -> put(after, Optional.of(held.until()));
            case Confirmed confirmed -> put(after, Optional.empty());
            case Booking.Cancelled cancelled -> {}
            case Booking.Completed completed -> {}
            case Booking.NoShow noShow -> {}
            case Booking.Released released -> {}
        }
        return after;
    }

    /** A transition that leaves the time as it is. */
    Booking notes(Booking after, String what) {
        bookings.add(after);
        log.add(new LogEntry(after.id(), after.fence(), what, by, at.now(), after.slot(), because));
        return after;
    }

    private void takeAway(BookingId id) {
        lines.removeIf(line -> line.booking().equals(id));
        for (DaySheet sheet : at.ledger().sheets().values()) {
            if (sheet.entries().stream().anyMatch(entry -> entry.booking().equals(id))) {
                entries(sheet).removeIf(entry -> entry.booking().equals(id));
            }
        }
    }

    private void put(Booking booking, Optional<Instant> heldUntil) {
        Slot slot = booking.slot();
        lines.add(new Agenda.Line(booking.id(), slot.start(), slot.end(), heldUntil));
        at.sheets(slot)
                .forEach(sheet ->
                        entries(sheet)
                                .add(
                                        new DaySheet.Entry(
                                                booking.id(),
                                                slot,
                                                booking.party(),
                                                at.whose(),
                                                heldUntil)));
    }

    private List<DaySheet.Entry> entries(DaySheet sheet) {
        return sheets.computeIfAbsent(
                sheet.key(),
                key -> {
                    List<DaySheet.Entry> live = new ArrayList<>(sheet.entries());
                    live.removeIf(entry -> !entry.isLive(at.now()));
                    return live;
                });
    }

    /** Somebody may wait for the time that the booking had. */
    void frees(Slot slot, Booking after) {
        if (slot.start().isAfter(at.now())) {
            due(at.now(), Due.Kind.FREED, after, slot);
        }
    }

    void reminds(Booking after) {
        for (Duration before : at.policy().remindBefore()) {
            Instant when = after.slot().start().minus(before);
            if (!when.isBefore(at.now().plus(JUST_TOLD))) {
                due(when, Due.Kind.REMIND, after, after.slot());
            }
        }
    }

    void endsAt(Instant until, Booking hold) {
        due(until, Due.Kind.HOLD_ENDS, hold, hold.slot());
    }

    private void due(Instant when, Due.Kind kind, Booking after, Slot slot) {
        dues.add(new Due(when, kind, after.id(), after.fence(), slot));
    }

    void settles(Due due) {
        past.add(due);
    }

    void joins(Waiting waiting) {
        joined.add(waiting);
    }

    void leaves(List<Waiting> waiting) {
        left.addAll(waiting);
    }

    /** As it is written for a customer, who is given the same result if the call is repeated. */
    Verdict answers(ToolCall.Change call, ToolResult result) {
        Cause kept = Situation.kept(call, at.customer());
        return new Verdict.Writes(change(Optional.of(new Change.Outcome(kept, result))), result);
    }

    /** As it is written for an operator or for the clock. */
    Verdict results(ToolResult result) {
        return new Verdict.Writes(change(Optional.empty()), result);
    }

    private Change change(Optional<Change.Outcome> outcome) {
        return new Change(
                sheets.entrySet().stream()
                        .map(sheet ->
                                new DaySheet(
                                        sheet.getKey(),
                                        at.sheet(sheet.getKey()).version(),
                                        sheet.getValue()))
                        .toList(),
                agendas(),
                bookings,
                log,
                dues,
                past,
                joined,
                left,
                outcome);
    }

    private List<Agenda> agendas() {
        Agenda read = at.ledger().agenda();
        if (lines.equals(read.lines())) {
            return List.of();
        }
        return List.of(
                new Agenda(
                        read.customer(),
                        read.version(),
                        lines.stream().filter(line -> line.isAhead(at.now())).toList()));
    }
}
