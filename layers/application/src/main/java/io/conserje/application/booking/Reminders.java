package io.conserje.application.booking;

import io.conserje.application.ArrivalQueue;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Due;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reminds of an appointment: puts the reminder into the inbound queue, and only then removes the
 * due. Whoever dies between the two leaves a repetition, which the conversation knows by its id.
 */
final class Reminders {
    private final BookingStore store;
    private final Dues dues;
    private final ArrivalQueue queue;
    private final Occasions occasions;

    Reminders(BookingStore store, ArrivalQueue queue, Occasions occasions) {
        this.store = store;
        this.dues = new Dues(store);
        this.queue = queue;
        this.occasions = occasions;
    }

    Became remind(Business business, Due due, Instant now) {
        Optional<Booking> booking =
                store.booking(business.project(), due.booking())
                        .filter(one -> stands(one, due, now));
        if (booking.isEmpty() || hasNext(business, booking.get(), due, now)) {
            return dues.past(business.project(), due, Became.DROPPED, now);
        }
        // Put off, not left to the send decision: by morning "tomorrow" is another day.
        Optional<Instant> later =
                business.sending()
                        .quietUntil(now)
                        .filter(end -> end.isBefore(booking.get().slot().start()));
        if (later.isPresent()) {
            return dues.postpone(business.project(), due, later.get(), now);
        }
        queue.send(List.of(occasions.reminder(business, booking.get(), due, now)));
        return dues.past(business.project(), due, Became.REMINDED, now);
    }

    /** As it was when the due was set, and yet to come. */
    private static boolean stands(Booking booking, Due due, Instant now) {
        return booking.state() instanceof Booking.Confirmed
                && booking.fence() == due.fence()
                && now.isBefore(booking.slot().start());
    }

    /** Whether the time of a later reminder has come, too: after an outage one is enough. */
    private static boolean hasNext(Business business, Booking booking, Due due, Instant now) {
        return business.appointments().policy().remindBefore().stream()
                .map(before -> booking.slot().start().minus(before))
                .anyMatch(next -> next.isAfter(due.at()) && !next.isAfter(now));
    }
}
