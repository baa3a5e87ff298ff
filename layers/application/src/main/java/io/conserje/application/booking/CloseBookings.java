package io.conserje.application.booking;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore.Committed;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Endings;
import io.conserje.engine.booking.Holds;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Situation;
import io.conserje.engine.booking.Verdict;
import io.conserje.engine.tool.ToolResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of bookings without their customer: by an operator's hand, or because its time has
 * come. All of it may be repeated.
 */
public final class CloseBookings {
    private static final int ATTEMPTS = 50;

    private final BookingStore store;

    public CloseBookings(BookingStore store) {
        this.store = store;
    }

    /** The customer came. Refused as too soon, with what is left until then, before it begins. */
    public ToolResult complete(Business business, BookingId id, String operator, Instant now) {
        return byOperator(
                business, id, now, (at, booking) -> Endings.complete(at, booking, operator));
    }

    /** The customer did not come. Refused as too soon before it begins. */
    public ToolResult noShow(Business business, BookingId id, String operator, Instant now) {
        return byOperator(
                business, id, now, (at, booking) -> Endings.noShow(at, booking, operator));
    }

    public ToolResult cancel(Business business, BookingId id, String operator, Instant now) {
        return byOperator(
                business,
                id,
                now,
                (at, booking) -> Endings.cancelByOperator(at, booking, operator));
    }

    private interface Decision {
        Verdict on(Situation at, Booking booking);
    }

    private ToolResult byOperator(Business business, BookingId id, Instant now, Decision decision) {
        return Attempts.write(
                store,
                business.project(),
                now,
                () ->
                        store.booking(business.project(), id)
                                .map(booking -> decision.on(about(booking, business, now), booking))
                                .orElseGet(() -> Verdict.refused(new Refusal.NoSuchBooking())),
                result -> result);
    }

    /**
     * Releases a hold whose time is over, and takes the due away.
     *
     * @return whether it was released now
     */
    public boolean expire(Business business, Due due, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Booking> hold = store.booking(business.project(), due.booking());
            if (hold.isEmpty()) {
                return false;
            }
            switch (Holds.expire(about(hold.get(), business, now), due, hold.get())) {
                case Verdict.Says says -> {
                    return false;
                }
                case Verdict.Writes writes -> {
                    boolean releases = !writes.change().bookings().isEmpty();
                    boolean written =
                            store.write(business.project(), writes.change(), now)
                                    instanceof Committed;
                    // Where only the due was to be taken away, somebody else has done it.
                    if (written || !releases) {
                        return written && releases;
                    }
                }
            }
        }
        throw new Unavailable("a hold that changed under " + ATTEMPTS + " attempts");
    }

    private Situation about(Booking booking, Business business, Instant now) {
        return new Reading(store, business, now).about(booking.customer(), booking.id());
    }
}
