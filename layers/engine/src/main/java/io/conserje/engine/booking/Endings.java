package io.conserje.engine.booking;

import io.conserje.engine.booking.Booking.Cancelled;
import io.conserje.engine.booking.Booking.Completed;
import io.conserje.engine.booking.Booking.NoShow;
import io.conserje.engine.booking.Booking.State;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a booking in the end, and the customer's word that they will come. */
public final class Endings {
    private Endings() {}

    public static Verdict cancel(Situation at, ToolCall.Cancel call) {
        Optional<Refusal> refusal = OwnRules.change(at, call.booking());
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        Writing writing = Writing.asked(at, call.cause());
        Booking booking = at.own(call.booking()).orElseThrow();
        return writing.answers(call, new ToolResult.Done(cancel(writing, at, booking)));
    }

    /** The reminders that are still to come are for a booking that has moved on, so: anew. */
    public static Verdict assure(Situation at, ToolCall.Assure call) {
        Optional<Booking> booking =
                at.own(call.booking()).filter(own -> OwnRules.isAhead(own, at.now()));
        if (booking.isEmpty()) {
            return Verdict.refused(new Refusal.NoSuchBooking());
        }
        Writing writing = Writing.asked(at, call.cause());
        Booking assured = writing.notes(booking.get().with(booking.get().state()), "assured");
        writing.reminds(assured);
        return writing.answers(call, new ToolResult.Done(assured));
    }

    /** The business cancels: at whatever notice, as long as it is not over. */
    public static Verdict cancelByOperator(Situation at, Booking booking, String operator) {
        if (booking.state() instanceof Cancelled) {
            return new Verdict.Says(new ToolResult.Done(booking));
        }
        if (!OwnRules.isAhead(booking, at.now())) {
            return Verdict.refused(new Refusal.NoSuchBooking());
        }
        Writing writing = byOperator(at, operator);
        return writing.results(new ToolResult.Done(cancel(writing, at, booking)));
    }

    private static Booking cancel(Writing writing, Situation at, Booking booking) {
        Booking cancelled = writing.becomes(booking.with(new Cancelled(at.now())), "cancelled");
        writing.frees(booking.slot(), cancelled);
        return cancelled;
    }

    public static Verdict complete(Situation at, Booking booking, String operator) {
        return booking.state() instanceof Completed
                ? new Verdict.Says(new ToolResult.Done(booking))
                : close(at, booking, new Completed(at.now()), "completed", operator);
    }

    public static Verdict noShow(Situation at, Booking booking, String operator) {
        return booking.state() instanceof NoShow
                ? new Verdict.Says(new ToolResult.Done(booking))
                : close(at, booking, new NoShow(at.now()), "no-show", operator);
    }

    private static Verdict close(
            Situation at, Booking booking, State state, String what, String operator) {
        if (!(booking.state() instanceof Booking.Confirmed)) {
            return Verdict.refused(new Refusal.NoSuchBooking());
        }
        Instant start = booking.slot().start();
        if (at.now().isBefore(start)) {
            return Verdict.refused(new Refusal.TooSoon(Duration.between(at.now(), start)));
        }
        Writing writing = byOperator(at, operator);
        return writing.results(new ToolResult.Done(writing.becomes(booking.with(state), what)));
    }

    private static Writing byOperator(Situation at, String operator) {
        return new Writing(at, "operator:" + operator, "operator");
    }
}
