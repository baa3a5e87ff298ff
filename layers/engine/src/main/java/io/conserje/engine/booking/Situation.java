package io.conserje.engine.booking;

import io.conserje.engine.Business;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a decision is made in: whose it is, when, and what was read for it. */
public record Situation(Business business, Customer customer, Ledger ledger, Instant now) {

    /**
     * The cause as its outcome is kept by. Providers number messages within an account, or within a
     * chat, so that the same number may come from somebody else of the project. And a turn that is
     * decided again, on what has changed since, may want something else first: what became of a
     * hold does not answer a confirmation.
     */
    public static Cause kept(ToolCall.Change call, Customer customer) {
        Cause cause = call.cause();
        return new Cause(
                new MessageId(Agenda.customer(customer) + "/" + kind(call) + "/" + cause.message()),
                cause.ordinal());
    }

    private static String kind(ToolCall.Change call) {
        return switch (call) {
            case ToolCall.Hold hold -> "hold";
            case ToolCall.Confirm confirm -> "confirm";
            case ToolCall.Release release -> "release";
            case ToolCall.Cancel cancel -> "cancel";
            case ToolCall.Assure assure -> "assure";
            case ToolCall.JoinWaitList join -> "join";
            case ToolCall.LeaveWaitList leave -> "leave";
        };
    }

    String whose() {
        return Agenda.customer(customer);
    }

    BookingPolicy policy() {
        return business.appointments().policy();
    }

    Timetable timetable() {
        return new Timetable(business);
    }

    /** The booking, if it is this customer's. */
    Optional<Booking> own(BookingId id) {
        return Optional.ofNullable(ledger.bookings().get(id))
                .filter(booking -> Agenda.customer(booking.customer()).equals(whose()));
    }

    /** Those that a time stands on. */
    List<DaySheet> sheets(Slot slot) {
        return timetable().sheets(slot).stream().map(this::sheet).toList();
    }

    DaySheet sheet(DaySheet.Key key) {
        DaySheet sheet = ledger.sheets().get(key);
        if (sheet == null) {
            throw new IllegalArgumentException("sheet " + key + " was not read");
        }
        return sheet;
    }

    /** Confirmed and not over, but for the one that is to be replaced. */
    List<Agenda.Line> before(Optional<BookingId> replaces) {
        Set<BookingId> gone = replaces.map(Set::of).orElse(Set.of());
        return ledger.agenda().lines().stream()
                .filter(line -> line.heldUntil().isEmpty() && line.end().isAfter(now))
                .filter(line -> !gone.contains(line.booking()))
                .toList();
    }

    /** The customer's holds that have not ended. */
    List<Booking> holds() {
        return ledger.agenda().lines().stream()
                .flatMap(line -> own(line.booking()).stream())
                .filter(booking ->
                        booking.state() instanceof Booking.Held held && now.isBefore(held.until()))
                .toList();
    }
}
