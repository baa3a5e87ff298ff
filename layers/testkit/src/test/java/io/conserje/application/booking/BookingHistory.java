package io.conserje.application.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Unavailable;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Situation;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Days;
import io.conserje.testkit.Clinics;
import io.conserje.testkit.InMemoryBookings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** A few customers who all want the same few times, in whichever order the seed says. */
final class BookingHistory {
    private static final int STEPS = 40;
    private static final int TRIES = 100;

    private final String where;
    private final Random random;
    private final Business business;
    private final LocalDate day;
    private final InMemoryBookings store = new InMemoryBookings();
    private final List<Visitor> visitors = new ArrayList<>();
    private final CloseBookings closing;
    private final Set<Cause> effects = new HashSet<>();
    private Instant now;
    private Instant latest;
    final Tally tally = new Tally();

    /** That a test looked at something. */
    static final class Tally {
        int confirmed;
        int moved;
        int refused;
        int overtaken;
        int released;
    }

    BookingHistory(long seed) {
        where = "seed " + seed;
        random = new Random(seed);
        boolean school = seed % 2 == 0;
        business = school ? Clinics.school() : Clinics.clinic();
        day = LocalDate.parse("2026-03-13");
        now = day.minusDays(2).atTime(7, 0).atZone(business.zone()).toInstant();
        latest = now;
        BookingStore interrupted = new Interrupted(store, random, this::step, this::witness);
        KeepBookings tools = new KeepBookings(interrupted);
        closing = new CloseBookings(interrupted);
        for (int i = 0; i < 5; i++) {
            visitors.add(new Visitor("5255000000" + i, tools, business, now));
        }
    }

    void play() {
        for (int i = 0; i < STEPS; i++) {
            now = now.plusSeconds(random.nextInt(random.nextInt(20) == 0 ? 30_000 : 240));
            step();
        }
    }

    private void witness(Change change, Instant when, Runnable write) {
        List<Optional<Booking>> before =
                change.bookings().stream()
                        .map(one -> store.booking(business.project(), one.id()))
                        .toList();
        Optional<Cause> cause = change.outcome().map(Change.Outcome::cause);
        long fences = fences();
        boolean repeated = cause.filter(effects::contains).isPresent();
        write.run();
        boolean written = fences() > fences;
        assertFalse(repeated && written, where + ": twice because of " + cause);
        if (!written) {
            tally.overtaken++;
        } else {
            cause.ifPresent(effects::add);
            for (int i = 0; i < before.size(); i++) {
                transition(before.get(i), change.bookings().get(i), when);
            }
            long used = usedUp(change);
            long moved = change.log().stream().filter(one -> one.what().equals("moved")).count();
            assertEquals(used, moved, where + ": a move has two sides");
            tally.moved += (int) moved;
        }
        latest = latest.isAfter(when) ? latest : when;
        new Audit(store, business, latest, where).run();
    }

    private static long usedUp(Change change) {
        return change.bookings().stream()
                .filter(one ->
                        one.state() instanceof Booking.Released released
                                && released.why() == Booking.Why.MOVED)
                .count();
    }

    private long fences() {
        return store.all(business.project()).stream().mapToLong(Booking::fence).sum();
    }

    private void transition(Optional<Booking> before, Booking after, Instant when) {
        if (after.state() instanceof Booking.Confirmed
                && before.isPresent()
                && before.get().state() instanceof Booking.Held held) {
            assertTrue(when.isBefore(held.until()), where + ": confirmed when it had ended");
            tally.confirmed++;
        }
        if (after.state() instanceof Booking.Released) {
            tally.released++;
        }
    }

    private void step() {
        int what = random.nextInt(20);
        if (what == 0) {
            clock();
        } else if (what == 1) {
            operator();
        } else {
            customer(any(visitors));
        }
    }

    private void clock() {
        for (Due due : store.due(business.project(), now, 10)) {
            if (due.kind() == Due.Kind.HOLD_ENDS) {
                again(() -> closing.expire(business, due, now));
            }
        }
    }

    private void operator() {
        known().ifPresent(id ->
                again(() ->
                        switch (random.nextInt(3)) {
                            case 0 -> closing.cancel(business, id, "olga", now);
                            case 1 -> closing.complete(business, id, "olga", now);
                            default -> closing.noShow(business, id, "olga", now);
                        }));
    }

    /** Their clock may be behind. */
    private void customer(Visitor visitor) {
        Instant theirs = now.minusSeconds(random.nextInt(4) == 0 ? random.nextInt(120) : 0);
        ToolCall.Change call = call(visitor);
        Supplier<ToolResult> does =
                () -> {
                    visitor.now = theirs;
                    return visitor.does(call);
                };
        ToolResult result = again(does);
        Cause kept = Situation.kept(call, visitor.customer);
        Optional<ToolResult> outcome = store.done(business.project(), kept);
        if (result instanceof ToolResult.Refused) {
            tally.refused++;
            assertFalse(effects.contains(kept), where + ": refused, and yet done: " + call);
        } else if (outcome.isPresent()) {
            assertEquals(outcome.get(), result, where);
            assertEquals(result, again(does), where + ": told otherwise the second time");
        }
    }

    private ToolCall.Change call(Visitor visitor) {
        Optional<BookingId> hold = oneOf(visitor, Booking.Held.class);
        Optional<BookingId> booked = oneOf(visitor, Booking.Confirmed.class);
        int what = random.nextInt(20);
        if (hold.isPresent() && what < 12) {
            return new ToolCall.Confirm(visitor.cause(), hold.get());
        }
        if (booked.isPresent() && what < 6) {
            return hold(visitor, booked);
        }
        return what < 14
                ? hold(visitor, Optional.empty())
                : other(visitor, what, random.nextBoolean() ? booked : known());
    }

    private ToolCall.Change other(Visitor visitor, int what, Optional<BookingId> some) {
        BookingId id = some.orElse(new BookingId("unknown"));
        return switch (what) {
            case 14 -> new ToolCall.Release(visitor.cause(), id);
            case 15 -> new ToolCall.Confirm(visitor.cause(), id);
            case 16 -> new ToolCall.Cancel(visitor.cause(), id);
            case 17 -> new ToolCall.Assure(visitor.cause(), id);
            case 18 -> new ToolCall.LeaveWaitList(visitor.cause());
            default ->
                    new ToolCall.JoinWaitList(
                            visitor.cause(),
                            any(business.appointments().services()).id(),
                            Optional.empty(),
                            Days.on(day),
                            Optional.empty(),
                            1,
                            "Ana");
        };
    }

    private ToolCall.Hold hold(Visitor visitor, Optional<BookingId> replaces) {
        Service service = any(business.appointments().services());
        Professional who =
                random.nextInt(8) == 0
                        ? any(business.appointments().professionals())
                        : any(business.appointments().whoDo(service.id()));
        Instant start = day.atTime(17, 0).atZone(business.zone()).toInstant();
        int party = 1 + random.nextInt(service.capacity() == 1 ? 1 : 4);
        return visitor.hold(
                service.id(),
                who.id(),
                start.plus(Duration.ofMinutes(30L * random.nextInt(6))),
                party,
                replaces);
    }

    private Optional<BookingId> oneOf(Visitor visitor, Class<? extends Booking.State> state) {
        return pick(
                store.all(business.project()).stream()
                        .filter(one -> one.customer().equals(visitor.customer))
                        .filter(one -> state.isInstance(one.state()))
                        .toList());
    }

    private Optional<BookingId> known() {
        return pick(store.all(business.project()));
    }

    /** By name, so that a seed is always the same history. */
    private Optional<BookingId> pick(List<Booking> from) {
        List<String> ids = from.stream().map(one -> one.id().value()).sorted().toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new BookingId(any(ids)));
    }

    private static <T> T again(Supplier<T> call) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return call.get();
            } catch (Unavailable e) {
                // The same message comes again.
            }
        }
        throw new AssertionError("unavailable " + TRIES + " times");
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
