package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.Confirmation;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Endings;
import io.conserje.engine.booking.Holds;
import io.conserje.engine.booking.Service;
import io.conserje.engine.booking.Situation;
import io.conserje.engine.booking.Verdict;
import io.conserje.engine.booking.WaitList;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Does for customers what they want with bookings: once, whoever repeats it. */
public final class KeepBookings implements Tools {
    private final BookingStore store;

    public KeepBookings(BookingStore store) {
        this.store = store;
    }

    @Override
    public ToolResult perform(ToolCall call, Business business, Customer customer, Instant now) {
        return switch (call) {
            case ToolCall.FindSlots find -> Search.of(store, business, find, customer, now);
            case ToolCall.ListBookings list -> bookings(business, customer, now);
            case ToolCall.Change change -> change(change, business, customer, now);
        };
    }

    private ToolResult bookings(Business business, Customer customer, Instant now) {
        List<Booking> ahead =
                new Reading(store, business, now)
                        .agenda(customer).stream()
                                .filter(booking -> booking.state() instanceof Booking.Confirmed)
                                .filter(booking -> booking.slot().end().isAfter(now))
                                .sorted(Comparator.comparing(booking -> booking.slot().start()))
                                .toList();
        return new ToolResult.Bookings(ahead);
    }

    private ToolResult change(
            ToolCall.Change change, Business business, Customer customer, Instant now) {
        Cause cause = Situation.kept(change, customer);
        Optional<ToolResult> before = store.done(business.project(), cause);
        if (before.isPresent()) {
            return before.get();
        }
        Reading reading = new Reading(store, business, now);
        return Attempts.write(
                store,
                business.project(),
                now,
                () -> decide(change, cause, customer, reading),
                result -> answered(business.project(), cause, result, now));
    }

    /**
     * A refusal is kept as well. The same turn may be under way twice, at different moments: what
     * one of them is refused and tells, the other must not get, nor the other way round.
     */
    private ToolResult answered(ProjectId project, Cause cause, ToolResult result, Instant now) {
        Change answer = Change.answer(new Change.Outcome(cause, result));
        return switch (store.write(project, answer, now)) {
            case BookingStore.Committed kept -> result;
            case BookingStore.AlreadyDone done -> done.result();
            case BookingStore.Overtaken overtaken -> store.done(project, cause).orElse(result);
        };
    }

    private Verdict decide(
            ToolCall.Change change, Cause cause, Customer customer, Reading reading) {
        return switch (change) {
            case ToolCall.Hold hold -> hold(hold, cause, customer, reading);
            case ToolCall.Confirm confirm -> confirm(confirm, customer, reading);
            case ToolCall.Release release ->
                    Holds.release(reading.about(customer, release.hold()), release);
            case ToolCall.Cancel cancel ->
                    Endings.cancel(reading.about(customer, cancel.booking()), cancel);
            case ToolCall.Assure assure ->
                    Endings.assure(reading.about(customer, assure.booking()), assure);
            case ToolCall.JoinWaitList join ->
                    WaitList.join(
                            inLine(customer, reading, List.of(join.service())),
                            join,
                            Names.place(reading.business().project(), cause));
            case ToolCall.LeaveWaitList leave ->
                    WaitList.leave(inLine(customer, reading, services(reading)), leave);
        };
    }

    private Verdict hold(ToolCall.Hold hold, Cause cause, Customer customer, Reading reading) {
        Situation at =
                reading.of(
                        customer,
                        hold.replaces(),
                        Holds.wished(reading.business().appointments(), hold),
                        List.of());
        return Holds.hold(
                at, hold, Names.free(store, reading.business().project(), Names.hold(cause)));
    }

    private Verdict confirm(ToolCall.Confirm confirm, Customer customer, Reading reading) {
        List<String> service =
                store.booking(reading.business().project(), confirm.hold()).stream()
                        .map(hold -> hold.slot().service())
                        .toList();
        Situation at = reading.of(customer, Optional.of(confirm.hold()), Optional.empty(), service);
        return Confirmation.confirm(at, confirm);
    }

    private static Situation inLine(Customer customer, Reading reading, List<String> services) {
        return reading.of(customer, Optional.empty(), Optional.empty(), services);
    }

    private static List<String> services(Reading reading) {
        return reading.business().appointments().services().stream().map(Service::id).toList();
    }
}
