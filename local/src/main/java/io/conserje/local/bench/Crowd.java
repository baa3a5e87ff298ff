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
    private static final List<String> QUESTIONS =
            List.of(
                    "¿A qué hora abren?",
                    "How much is it?",
                    "¿Dónde están?",
                    "Is there parking?",
                    "¿Cuáles son los precios?");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Phone phone;
    private final Semaphore busy;

    Crowd(Phone phone, int busyAtOnce) {
        this.phone = phone;
        this.busy = new Semaphore(busyAtOnce);
    }

    /** What one customer sent, by the provider's ids, in order. */
    record Asked(String customer, List<String> ids) {}

    /** Returns when every customer has had an answer to the last question. */
    List<Asked> ask(int customers, int questionsEach, long seed)
            throws InterruptedException, ExecutionException {
        List<Future<Asked>> running = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < customers; i++) {
                String customer = Integer.toString(60_000_000 + i);
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
            while (ids.size() < questions) {
                int together = Math.min(questions - ids.size(), random.nextInt(3) == 0 ? 2 : 1);
                int last = 0;
                for (int i = 0; i < together; i++) {
                    PhoneLine line =
                            phone.say(customer, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
                    ids.add(line.id());
                    last = line.index();
                }
                awaitAnswer(customer, last);
            }
            return new Asked(customer, List.copyOf(ids));
        } finally {
            busy.release();
        }
    }

    private void awaitAnswer(String customer, int after) {
        int seen = after;
        while (true) {
            List<PhoneLine> lines = phone.await(customer, seen, PATIENCE);
            if (lines.isEmpty()) {
                throw new IllegalStateException(
                        "customer " + customer + " waits for an answer since " + PATIENCE);
            }
            if (lines.stream().anyMatch(line -> line.direction() == Direction.BUSINESS)) {
                return;
            }
            seen = lines.getLast().index();
        }
    }
}
