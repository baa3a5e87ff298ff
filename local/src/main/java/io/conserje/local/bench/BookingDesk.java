package io.conserje.local.bench;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.Tools;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.local.bench.BookingCrashes.Crash;
import io.conserje.local.bench.BookingCrashes.Doing;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Performs calls as the queue has them performed: by a process that may die, and then by the next
 * one, until it is done.
 *
 * @param tools what a process makes of its store
 * @param processes as many as run at once, whoever waits; the queue sees to that
 */
record BookingDesk(
        BookingStore store,
        Function<BookingStore, Tools> tools,
        Business business,
        BookingCrashes crashes,
        BookingTally tally,
        Semaphore processes) {
    private static final int PATIENCE = 300;

    ToolResult perform(Doing doing, ToolCall call, Customer customer, Instant now) {
        BookingCrashes.Trap trap = crashes.trap(doing);
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            processes.acquireUninterruptibly();
            try {
                Tools process = tools.apply(new CrashingStore(store, trap));
                return process.perform(call, business, customer, now);
            } catch (Crash e) {
                continue;
            } catch (Unavailable e) {
                tally.count(BookingTally.What.RETRIED);
            } finally {
                processes.release();
            }
        }
        throw new IllegalStateException(doing + " was tried " + PATIENCE + " times");
    }
}
