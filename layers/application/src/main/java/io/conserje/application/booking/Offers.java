package io.conserje.application.booking;

import io.conserje.application.ArrivalQueue;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Holds;
import io.conserje.engine.booking.Situation;
import io.conserje.engine.booking.Verdict;
import io.conserje.engine.booking.Waiting;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Offers a time that is free again to who has waited longest of those whom it suits, one at a time:
 * it is kept for them, and only when they let it go, or let it pass, does the next have a turn. Who
 * has had an offer is in the line no more, whatever they answered; who does not want to lose their
 * place asks for it again.
 *
 * <p>The time is kept first, then offered, and only then is the due removed. Whoever dies in
 * between leaves a due that is known by the name of its hold, and is told on with.
 */
final class Offers {
    /** Six characters are few, but not as few as that. */
    private static final int NAMES = 5;

    /** A transaction holds 100 items (DynamoDB's limit), and an offer needs some of them. */
    private static final int MOST_LEFT = 50;

    private final BookingStore store;
    private final Dues dues;
    private final ArrivalQueue queue;
    private final Occasions occasions;

    Offers(BookingStore store, ArrivalQueue queue, Occasions occasions) {
        this.store = store;
        this.dues = new Dues(store);
        this.queue = queue;
        this.occasions = occasions;
    }

    Became offer(Business business, Due due, Instant now) {
        ProjectId project = business.project();
        Instant last = due.slot().start().minus(business.appointments().policy().noticeToBook());
        if (!now.isBefore(last)) {
            return dues.past(project, due, Became.DROPPED, now);
        }
        // Who is asleep would let it pass, and with it the place in line.
        Optional<Instant> later = business.sending().quietUntil(now);
        if (later.isPresent()) {
            return later.get().isBefore(last)
                    ? dues.postpone(project, due, later.get(), now)
                    : dues.past(project, due, Became.DROPPED, now);
        }
        List<Waiting> line = store.line(project, due.slot().service());
        Optional<BookingId> before =
                line.stream().flatMap(one -> offered(project, due, one).stream()).findFirst();
        return before.isPresent()
                ? tell(business, due, before.get(), now)
                : next(business, due, line, now);
    }

    private Became next(Business business, Due due, List<Waiting> line, Instant now) {
        ProjectId project = business.project();
        List<Waiting> over =
                line.stream().filter(one -> isOver(business, one, now)).limit(MOST_LEFT).toList();
        for (Waiting one : line) {
            boolean free = one.offered().isEmpty() && !over.contains(one);
            if (free && new Wish(one, business.zone()).suits(due.slot())) {
                BookingId id = Names.free(store, project, after(due, one));
                Situation at = new Reading(store, business, now).about(one.customer(), due.slot());
                // Where something speaks against it, they keep their place and it goes on.
                if (Holds.offer(at, one, due.slot(), id) instanceof Verdict.Writes writes) {
                    Change change = leaving(writes.change(), over);
                    Became became = dues.write(project, change, Became.OFFERED, now);
                    return became == Became.OFFERED ? tell(business, due, id, now) : became;
                }
            }
        }
        return dues.past(project, due, over, Became.DROPPED, now);
    }

    /** Whether they have had their turn, or wait for days that are gone. */
    private boolean isOver(Business business, Waiting waiting, Instant now) {
        boolean gone = waiting.days().to().isBefore(now.atZone(business.zone()).toLocalDate());
        return gone
                || waiting.offered()
                        .filter(hold -> held(business.project(), hold, now).isEmpty())
                        .isPresent();
    }

    /** The time may take more people than these: then the next in line has a turn, too. */
    private Became tell(Business business, Due due, BookingId id, Instant now) {
        Optional<Booking> hold = held(business.project(), id, now);
        hold.ifPresent(
                kept -> queue.send(List.of(occasions.offer(business, kept, until(kept), now))));
        boolean shared =
                business.appointments()
                        .service(due.slot().service())
                        .filter(service -> service.capacity() > 1)
                        .isPresent();
        List<Due> more =
                shared ? List.of(new Due(now, Due.Kind.FREED, id, 1, due.slot())) : List.of();
        return dues.past(business.project(), due, more, List.of(), Became.OFFERED, now);
    }

    private Optional<Booking> held(ProjectId project, BookingId id, Instant now) {
        return store.booking(project, id)
                .filter(booking ->
                        booking.state() instanceof Booking.Held held && now.isBefore(held.until()));
    }

    private static Instant until(Booking hold) {
        return hold.state() instanceof Booking.Held held ? held.until() : hold.slot().start();
    }

    /** What they are offered because of this very due, if they are. */
    private static Optional<BookingId> offered(ProjectId project, Due due, Waiting waiting) {
        return waiting.offered()
                .filter(hold ->
                        IntStream.range(0, NAMES)
                                .mapToObj(taken -> Names.after(project, after(due, waiting), taken))
                                .anyMatch(hold::equals));
    }

    private static String after(Due due, Waiting waiting) {
        return "freed:" + due.booking() + ":" + due.fence() + ":" + waiting.id();
    }

    private static Change leaving(Change offer, List<Waiting> over) {
        return new Change(
                offer.sheets(),
                offer.agendas(),
                offer.bookings(),
                offer.log(),
                offer.dues(),
                offer.past(),
                offer.joined(),
                over,
                offer.outcome());
    }
}
