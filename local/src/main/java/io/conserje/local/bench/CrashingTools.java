package io.conserje.local.bench;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.local.bench.BookingCrashes.Doing;
import io.conserje.local.bench.BookingTally.What;
import io.conserje.model.ProjectId;
import java.time.Instant;

/** The tools of a process that dies at one of the steps. */
record CrashingTools(BookingStore store, BookingCrashes crashes, BookingTally tally)
        implements Tools {

    @Override
    public ToolResult perform(ToolCall call, Business business, Customer customer, Instant now) {
        BookingCrashes.Trap trap = crashes.trap(doing(call, business.project()));
        CrashingStore mortal = new CrashingStore(store, trap, () -> tally.count(What.OVERTAKEN));
        try {
            return new KeepBookings(mortal).perform(call, business, customer, now);
        } catch (Unavailable e) {
            tally.count(What.BUSY);
            throw e;
        }
    }

    private Doing doing(ToolCall call, ProjectId project) {
        return switch (call) {
            case ToolCall.FindSlots find -> Doing.FIND;
            case ToolCall.ListBookings list -> Doing.FIND;
            case ToolCall.Hold hold -> hold.replaces().isEmpty() ? Doing.HOLD : Doing.HOLD_ANOTHER;
            case ToolCall.Confirm confirm ->
                    isMove(project, confirm.hold()) ? Doing.MOVE : Doing.CONFIRM;
            case ToolCall.Cancel cancel -> Doing.CANCEL;
            case ToolCall.Release release -> Doing.RELEASE;
            case ToolCall.Assure assure -> Doing.CONFIRM;
            case ToolCall.JoinWaitList join -> Doing.HOLD;
            case ToolCall.LeaveWaitList leave -> Doing.RELEASE;
        };
    }

    private boolean isMove(ProjectId project, BookingId hold) {
        return store.booking(project, hold)
                .filter(it ->
                        it.state() instanceof Booking.Held held && held.replaces().isPresent())
                .isPresent();
    }
}
