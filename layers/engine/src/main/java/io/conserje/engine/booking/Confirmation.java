package io.conserje.engine.booking;

import io.conserje.engine.booking.Booking.Confirmed;
import io.conserje.engine.booking.Booking.Held;
import io.conserje.engine.booking.Booking.Released;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import java.util.Optional;

/** A hold becomes a booking, or the new time of one. */
public final class Confirmation {
    private Confirmation() {}

    public static Verdict confirm(Situation at, ToolCall.Confirm call) {
        Optional<Booking> hold = at.own(call.hold());
        if (hold.isEmpty()) {
            return Verdict.refused(new Refusal.NoSuchBooking());
        }
        return switch (hold.get().state()) {
            case Held held -> confirm(at, call, hold.get(), held.replaces());
            // Said twice: it is as they say.
            case Confirmed confirmed -> new Verdict.Says(new ToolResult.Done(hold.get()));
            case Released released -> Verdict.refused(new Refusal.HoldExpired());
            case Booking.Cancelled cancelled -> Verdict.refused(new Refusal.NoSuchBooking());
            case Booking.Completed completed -> Verdict.refused(new Refusal.NoSuchBooking());
            case Booking.NoShow noShow -> Verdict.refused(new Refusal.NoSuchBooking());
        };
    }

    private static Verdict confirm(
            Situation at, ToolCall.Confirm call, Booking hold, Optional<BookingId> replaces) {
        Optional<Refusal> refusal = refusal(at, hold, replaces);
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        Writing writing = Writing.asked(at, call.cause());
        Booking booked =
                replaces.flatMap(at::own)
                        .map(old -> move(writing, at, old, hold))
                        .orElseGet(() ->
                                writing.becomes(hold.with(new Confirmed(at.now())), "confirmed"));
        writing.reminds(booked);
        writing.leaves(Holds.offered(at, hold.id()));
        return writing.answers(call, new ToolResult.Done(booked));
    }

    private static Optional<Refusal> refusal(
            Situation at, Booking hold, Optional<BookingId> replaces) {
        if (!Holds.isLive(hold, at)) {
            return Optional.of(new Refusal.HoldExpired());
        }
        if (!hold.slot().start().isAfter(at.now())) {
            return Optional.of(new Refusal.Past());
        }
        return replaces.flatMap(old -> OwnRules.change(at, old))
                .or(() -> OwnRules.another(at, hold.slot(), replaces))
                .or(() -> room(at, hold, replaces));
    }

    /** What else the customer booked since may need the professional's time afterwards. */
    private static Optional<Refusal> room(
            Situation at, Booking hold, Optional<BookingId> replaces) {
        return at.business()
                .appointments()
                .service(hold.slot().service())
                .map(service -> new Room(service, hold.party(), at.whose(), replaces))
                .map(room -> HoldRules.room(at, hold.slot(), room))
                .orElseGet(() -> Optional.of(new Refusal.NotTheirs()));
    }

    /** The booking keeps its name; the hold is used up by it. */
    private static Booking move(Writing writing, Situation at, Booking old, Booking hold) {
        writing.becomes(hold.with(new Released(at.now(), Booking.Why.MOVED)), "released");
        Booking moved =
                writing.becomes(
                        old.with(hold.slot(), hold.party(), new Confirmed(at.now())), "moved");
        writing.frees(old.slot(), moved);
        return moved;
    }
}
