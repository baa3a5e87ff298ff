package io.conserje.engine.booking;

import io.conserje.engine.booking.Booking.Held;
import io.conserje.engine.booking.Booking.Released;
import io.conserje.engine.booking.Booking.Why;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Times that are kept for who has not said yes yet. */
public final class Holds {
    private Holds() {}

    /** The time that a call asks for, if there is such a service and somebody who does it. */
    public static Optional<Slot> wished(Appointments appointments, ToolCall.Hold call) {
        return appointments
                .professional(call.professional())
                .filter(one -> one.services().contains(call.service()))
                .flatMap(one -> appointments.service(call.service()))
                .map(service -> Slot.of(service, call.professional(), call.start()));
    }

    /**
     * @param id what it is called, if it comes about
     */
    public static Verdict hold(Situation at, ToolCall.Hold call, BookingId id) {
        Optional<Slot> slot = wished(at.business().appointments(), call);
        if (slot.isEmpty()) {
            return Verdict.refused(new Refusal.NotTheirs());
        }
        Optional<Refusal> refusal = refusal(at, slot.get(), call.party(), call.replaces(), true);
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        Writing writing = Writing.asked(at, call.cause());
        for (Booking other : at.holds()) {
            letGo(writing, at, other, Why.LET_GO);
        }
        Booking hold =
                begin(
                        writing,
                        at,
                        new Wanted(id, slot.get(), call.party(), call.name(), call.replaces()),
                        at.policy().holdFor());
        return writing.answers(call, new ToolResult.Done(hold));
    }

    /**
     * Keeps a freed time for somebody who waits for it. What else they hold stays theirs: they did
     * not ask for this one now.
     */
    public static Verdict offer(Situation at, Waiting waiting, Slot slot, BookingId id) {
        Optional<Refusal> refusal = refusal(at, slot, waiting.party(), Optional.empty(), false);
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        Writing writing = new Writing(at, "clock", "wait-list " + waiting.id());
        Booking hold =
                begin(
                        writing,
                        at,
                        new Wanted(id, slot, waiting.party(), waiting.name(), Optional.empty()),
                        at.policy().offerFor());
        writing.joins(waiting.withOffered(Optional.of(id)));
        return writing.results(new ToolResult.Done(hold));
    }

    private static Optional<Refusal> refusal(
            Situation at, Slot slot, int party, Optional<BookingId> replaces, boolean yields) {
        Appointments appointments = at.business().appointments();
        Optional<Service> service = appointments.service(slot.service());
        Optional<Professional> who = appointments.professional(slot.professional());
        if (service.isEmpty() || who.isEmpty()) {
            return Optional.of(new Refusal.NotTheirs());
        }
        return HoldRules.refusal(
                new HoldRules.Wish(at, service.get(), who.get(), slot, party, replaces, yields));
    }

    private record Wanted(
            BookingId id, Slot slot, int party, String name, Optional<BookingId> replaces) {}

    private static Booking begin(Writing writing, Situation at, Wanted wanted, Duration length) {
        Held held = new Held(at.now().plus(length), wanted.replaces());
        Booking hold =
                writing.becomes(
                        new Booking(
                                wanted.id(),
                                at.business().project(),
                                1,
                                wanted.slot(),
                                wanted.party(),
                                wanted.name(),
                                at.customer(),
                                held),
                        "held");
        writing.endsAt(held.until(), hold);
        return hold;
    }

    public static Verdict release(Situation at, ToolCall.Release call) {
        Optional<Booking> hold = at.own(call.hold());
        if (hold.isEmpty()) {
            return Verdict.refused(new Refusal.NoSuchBooking());
        }
        if (!isLive(hold.get(), at)) {
            return Verdict.refused(new Refusal.HoldExpired());
        }
        Writing writing = Writing.asked(at, call.cause());
        Booking released = letGo(writing, at, hold.get(), Why.LET_GO);
        return writing.answers(call, new ToolResult.Done(released));
    }

    /**
     * The time of a hold is over. When somebody confirmed it, or let it go, there is only the due
     * to be taken away.
     *
     * @param hold as it was read
     */
    public static Verdict expire(Situation at, Due due, Booking hold) {
        Writing writing = new Writing(at, "clock", "the end of the hold");
        writing.settles(due);
        if (!(hold.state() instanceof Held held) || hold.fence() != due.fence()) {
            return writing.results(new ToolResult.Done(hold));
        }
        return at.now().isBefore(held.until())
                ? new Verdict.Says(new ToolResult.Done(hold))
                : writing.results(new ToolResult.Done(letGo(writing, at, hold, Why.EXPIRED)));
    }

    private static Booking letGo(Writing writing, Situation at, Booking hold, Why why) {
        Booking released = writing.becomes(hold.with(new Released(at.now(), why)), "released");
        writing.frees(hold.slot(), released);
        return released;
    }

    /**
     * Held, not ended, and still on its sheets: who came when it had ended may have swept it from
     * them, by a clock that is ahead of ours.
     */
    static boolean isLive(Booking booking, Situation at) {
        return booking.state() instanceof Held held
                && at.now().isBefore(held.until())
                && at.sheets(booking.slot()).stream().allMatch(sheet -> names(sheet, booking.id()));
    }

    private static boolean names(DaySheet sheet, BookingId id) {
        return sheet.entries().stream().map(DaySheet.Entry::booking).toList().contains(id);
    }

    /** The lines in which somebody was offered this hold. */
    static List<Waiting> offered(Situation at, BookingId hold) {
        return at.ledger().line().stream()
                .filter(waiting -> waiting.offered().filter(hold::equals).isPresent())
                .toList();
    }
}
