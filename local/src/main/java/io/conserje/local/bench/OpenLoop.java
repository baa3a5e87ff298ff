package io.conserje.local.bench;

import io.conserje.local.emulator.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Has each message leave when it is due, whatever became of those before it. */
final class OpenLoop {
    private final Phone phone;
    private final Journeys journeys;
    private final Predicate<String> counts;

    OpenLoop(Phone phone, Journeys journeys, Predicate<String> counts) {
        this.phone = phone;
        this.journeys = journeys;
        this.counts = counts;
    }

    /** A message, by the provider's id. */
    record Sent(String customer, String id) {}

    /** Returns when the last one was written down. */
    List<Sent> send(List<Due> dues, long begun) throws InterruptedException, ExecutionException {
        List<Future<Sent>> leaving = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Due due : dues) {
                long at = begun + due.afterNanos();
                await(at);
                journeys.due(counts.test(due.customer()));
                leaving.add(threads.submit(() -> leave(due, at)));
            }
        }
        List<Sent> sent = new ArrayList<>();
        for (Future<Sent> one : leaving) {
            sent.add(one.get());
        }
        return sent;
    }

    private Sent leave(Due due, long at) {
        String id = phone.say(due.customer(), due.text()).id();
        journeys.left(id, due.customer(), at, counts.test(due.customer()));
        return new Sent(due.customer(), id);
    }

    private static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; ) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
