package io.conserje.local.bench;

import static io.conserje.local.bench.BookingScene.PROFESSIONAL;
import static io.conserje.local.bench.BookingScene.SERVICE;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Days;
import io.conserje.local.bench.BookingCrashes.Doing;
import io.conserje.local.bench.BookingTally.What;
import io.conserje.local.bench.BookingTold.Booked;
import io.conserje.local.bench.BookingTold.Nothing;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One customer: what they want, what they say, and what they were told last. */
final class BookingVisitor {
    private static final int TRIES = 3;

    /** What becomes of who holds a time, and of who has booked, in turn. */
    record Turns(AtomicInteger holding, AtomicInteger booked) {
        static Turns begin() {
            return new Turns(new AtomicInteger(), new AtomicInteger());
        }
    }

    private final Turns turns;
    private final BookingDesk desk;
    private final Customer customer;
    private final SplittableRandom random;
    private int messages;
    private BookingTold told = new Nothing();
    private Optional<BookingId> leftBehind = Optional.empty();

    BookingVisitor(BookingDesk desk, Customer customer, SplittableRandom random, Turns turns) {
        this.desk = desk;
        this.customer = customer;
        this.random = random;
        this.turns = turns;
    }

    Customer customer() {
        return customer;
    }

    BookingTold told() {
        return told;
    }

    /**
     * Wants a time of the day, if there is none yet; then perhaps another day, or none at all. Who
     * has one from before may want another by now.
     */
    BookingVisitor visit(Instant now) {
        sayYesTooLate(now);
        if (told instanceof Booked before) {
            goOn(before.booking(), now);
            return this;
        }
        for (int i = 0; i < TRIES && told instanceof Nothing && leftBehind.isEmpty(); i++) {
            if (!book(now)) {
                return this;
            }
        }
        return this;
    }

    /** Whose hold has ended says yes to it: it must not come true. */
    void sayYesTooLate(Instant now) {
        if (leftBehind.isEmpty()) {
            return;
        }
        ToolCall yes = new ToolCall.Confirm(because(), leftBehind.get());
        if (!(desk.perform(Doing.CONFIRM, yes, customer, now) instanceof ToolResult.Refused)) {
            throw new IllegalStateException(
                    "hold " + leftBehind.get() + " was confirmed after it had ended");
        }
        desk.tally().count(What.TOO_LATE);
        leftBehind = Optional.empty();
    }

    /** Whether it is worth another try, after one that came to nothing. */
    private boolean book(Instant now) {
        Optional<Slot> free = find(BookingScene.DAY, now);
        if (free.isEmpty()) {
            desk.tally().count(What.REFUSED);
            return false;
        }
        Optional<BookingId> hold = hold(Doing.HOLD, free.get(), Optional.empty(), now);
        if (hold.isEmpty()) {
            return true;
        }
        confirm(Doing.CONFIRM, hold.get(), now).ifPresent(booked -> goOn(booked.id(), now));
        return true;
    }

    private void goOn(BookingId booked, Instant now) {
        switch (turns.booked().getAndIncrement() % 3) {
            case 1 -> move(booked, now);
            case 2 -> cancel(booked, now);
            default -> {}
        }
    }

    private void move(BookingId booked, Instant now) {
        find(BookingScene.DAY.plusDays(1), now)
                .flatMap(free -> hold(Doing.HOLD_ANOTHER, free, Optional.of(booked), now))
                .ifPresent(hold -> confirm(Doing.MOVE, hold, now));
    }

    private void cancel(BookingId booked, Instant now) {
        ToolCall call = new ToolCall.Cancel(because(), booked);
        if (desk.perform(Doing.CANCEL, call, customer, now) instanceof ToolResult.Done) {
            desk.tally().count(What.CANCELLED);
            told = new Nothing();
        }
    }

    private Optional<Slot> find(LocalDate day, Instant now) {
        List<Slot> free = free(day, now);
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get(random.nextInt(free.size())));
    }

    /** Empty when somebody was faster, and when the customer is gone before the yes. */
    private Optional<BookingId> hold(
            Doing doing, Slot slot, Optional<BookingId> replaces, Instant now) {
        ToolCall call = ToolCall.hold(because(), slot, 1, "Ana", replaces);
        if (!(desk.perform(doing, call, customer, now) instanceof ToolResult.Done done)) {
            desk.tally().count(What.REFUSED);
            return Optional.empty();
        }
        desk.tally().count(What.HELD);
        switch (turns.holding().getAndIncrement() % 5) {
            case 1 -> repeat(doing, call, done, now);
            case 3 -> {
                desk.tally().count(What.GONE);
                leftBehind = Optional.of(done.booking().id());
                return Optional.empty();
            }
            default -> {}
        }
        return Optional.of(done.booking().id());
    }

    /** The answer was lost, so the same message comes again: it is the same hold. */
    private void repeat(Doing doing, ToolCall call, ToolResult first, Instant now) {
        desk.tally().count(What.REPEATED);
        ToolResult again = desk.perform(doing, call, customer, now);
        if (!again.equals(first)) {
            throw new IllegalStateException(
                    "the same message again gave " + again + " after " + first);
        }
    }

    private Optional<Booking> confirm(Doing doing, BookingId hold, Instant now) {
        ToolCall call = new ToolCall.Confirm(because(), hold);
        if (!(desk.perform(doing, call, customer, now) instanceof ToolResult.Done done)) {
            desk.tally().count(What.REFUSED);
            return Optional.empty();
        }
        desk.tally().count(doing == Doing.MOVE ? What.MOVED : What.CONFIRMED);
        told = new Booked(done.booking().id(), done.booking().slot());
        return Optional.of(done.booking());
    }

    private Cause because() {
        return new Cause(new MessageId("bench-" + customer.conversation() + "-" + messages++), 0);
    }

    /** Times of a day that are told to be free. */
    List<Slot> free(LocalDate day, Instant now) {
        ToolCall call =
                new ToolCall.FindSlots(
                        SERVICE,
                        Optional.of(PROFESSIONAL),
                        Days.on(day),
                        Optional.empty(),
                        1,
                        false,
                        100);
        return desk.perform(Doing.FIND, call, customer, now) instanceof ToolResult.Slots found
                ? found.slots()
                : List.of();
    }
}
