package io.conserje.local.bench;

import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PhoneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Many customers who ask what the front desk can answer. Each waits for an answer before the next
 * question, but now and then asks twice in a row; a limited number of them are busy at a time.
 */
final class Crowd {
    static final List<String> QUESTIONS =
            List.of(
                    "¿A qué hora abren?",
                    "How much is it?",
                    "¿Dónde están?",
                    "Is there parking?",
                    "¿Cuáles son los precios?");
    private static final int FIRST = 60_000_001;

    private final Phone phone;
    private final Semaphore busy;
    private final Duration patience;
    private final boolean strict;

    private Crowd(Phone phone, int busyAtOnce, Duration patience, boolean strict) {
        this.phone = phone;
        this.busy = new Semaphore(busyAtOnce);
        this.patience = patience;
        this.strict = strict;
    }

    /** An answer that does not come is the end of the run. */
    static Crowd strict(Phone phone, int busyAtOnce) {
        return new Crowd(phone, busyAtOnce, Duration.ofMinutes(2), true);
    }

    /** Who has waited that long for an answer goes on without it. */
    static Crowd patientFor(Duration patience, Phone phone, int busyAtOnce) {
        return new Crowd(phone, busyAtOnce, patience, false);
    }

    /**
     * What one customer sent, by the provider's ids, in order.
     *
     * @param nanos how long each answer that came was waited for
     */
    record Asked(String customer, List<String> ids, List<Long> nanos) {}

    /** Returns when every customer has had an answer to the last question, or waits no longer. */
    List<Asked> ask(int customers, int questionsEach, long seed)
            throws InterruptedException, ExecutionException {
        List<Future<Asked>> running = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < customers; i++) {
                String customer = Integer.toString(FIRST + i);
                SplittableRandom own = random.split();
                busy.acquire();
                running.add(threads.submit(() -> converse("507" + customer, questionsEach, own)));
            }
            List<Asked> all = new ArrayList<>();
            for (Future<Asked> one : running) {
                all.add(one.get());
            }
            return all;
        }
    }

    private Asked converse(String customer, int questions, SplittableRandom random) {
        try {
            List<String> ids = new ArrayList<>();
            List<Long> nanos = new ArrayList<>();
            while (ids.size() < questions) {
                int together = Math.min(questions - ids.size(), random.nextInt(3) == 0 ? 2 : 1);
                int last = 0;
                long begun = System.nanoTime();
                for (int i = 0; i < together; i++) {
                    PhoneLine line =
                            phone.say(customer, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
                    ids.add(line.id());
                    last = line.index();
                }
                if (awaitAnswer(customer, last)) {
                    nanos.add(System.nanoTime() - begun);
                }
            }
            return new Asked(customer, List.copyOf(ids), List.copyOf(nanos));
        } finally {
            busy.release();
        }
    }

    private boolean awaitAnswer(String customer, int after) {
        int seen = after;
        while (true) {
            List<PhoneLine> lines = phone.await(customer, seen, patience);
            if (lines.isEmpty() && strict) {
                throw new IllegalStateException(
                        "customer " + customer + " waits for an answer since " + patience);
            }
            if (lines.isEmpty()) {
                return false;
            }
            if (lines.stream().anyMatch(line -> line.direction() == Direction.BUSINESS)) {
                return true;
            }
            seen = lines.getLast().index();
        }
    }
}
