package io.conserje.local.fuzz;

import io.conserje.application.Channels;
import io.conserje.local.simulation.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Plays one case after the other, each of a seed of its own. */
public final class Fuzzing implements AutoCloseable {
    /** With many failing cases the first ones tell enough. */
    private static final int ENOUGH = 5;

    private final Mutator mutator;
    private final Complaints complaints = Complaints.listen();
    private final List<Near> machines = new ArrayList<>();

    /**
     * @param more real payloads, in a folder for each channel
     * @param channels what decodes
     * @param workers how many cases are played at the same time
     */
    public Fuzzing(Path root, Optional<Path> more, Channels channels, int workers) {
        this.mutator = new Mutator(Samples.read(root, more));
        for (int i = 0; i < workers; i++) {
            machines.add(Near.start(root, channels, complaints));
        }
    }

    /** A case of which something should not have happened, as small as it could be made. */
    public record Failed(long seed, Case smallest, List<String> findings) {
        /** Without the case, which may be long. */
        @Override
        public String toString() {
            return "seed " + seed + ": " + findings;
        }
    }

    /**
     * @param answers how many requests were answered with what
     * @param kept how many messages were acknowledged and found again
     * @param grown by how many bytes what lives on has grown since the first cases
     */
    public record Report(
            long runs,
            Duration took,
            Map<Integer, Long> answers,
            long kept,
            long grown,
            List<Failed> failed) {
        public boolean isWell() {
            return failed.isEmpty();
        }
    }

    /**
     * Stops before its time once enough cases have failed.
     *
     * @param progress told how many are over, now and then
     */
    public Report run(long runs, long seed, LongConsumer progress) {
        long begun = System.nanoTime();
        Tally tally = new Tally(progress);
        // Until here classes are loaded and caches are filled.
        long first = Math.min(runs, Math.max(runs / 10, 500));
        series(0, first, seed, tally);
        long before = Memory.used();
        series(first, runs, seed, tally);
        long grown = Memory.used() - before;
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Report(
                tally.over.get(),
                took,
                Map.copyOf(tally.answers),
                tally.kept.get(),
                grown,
                List.copyOf(tally.failed));
    }

    private void series(long from, long to, long seed, Tally tally) {
        AtomicLong next = new AtomicLong(from);
        try (ExecutorService threads = Executors.newFixedThreadPool(machines.size())) {
            List<Future<?>> workers = new ArrayList<>();
            for (Near machine : machines) {
                workers.add(threads.submit(() -> work(machine, next, to, seed, tally)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private void work(Near machine, AtomicLong next, long to, long seed, Tally tally) {
        for (long run = next.getAndIncrement();
                run < to && tally.failed.size() < ENOUGH;
                run = next.getAndIncrement()) {
            long own = Series.seed(seed, run);
            Case one = mutator.of(own);
            Verdict verdict = machine.play(one);
            tally.note(verdict);
            if (!verdict.isWell()) {
                tally.failed.add(new Failed(own, new Smaller(machine).of(one), verdict.findings()));
            }
        }
    }

    /** The case of a seed, and what comes of it. */
    public Verdict replay(long seed) {
        return machines.getFirst().play(mutator.of(seed));
    }

    public Case of(long seed) {
        return mutator.of(seed);
    }

    public Verdict play(Case one) {
        return machines.getFirst().play(one);
    }

    @Override
    public void close() {
        machines.forEach(Near::close);
        complaints.close();
    }

    private static final class Tally {
        private final AtomicLong over = new AtomicLong();
        private final AtomicLong kept = new AtomicLong();
        private final Map<Integer, Long> answers = Collections.synchronizedMap(new TreeMap<>());
        private final List<Failed> failed = Collections.synchronizedList(new ArrayList<>());
        private final LongConsumer progress;

        Tally(LongConsumer progress) {
            this.progress = progress;
        }

        void note(Verdict verdict) {
            verdict.answers().forEach(answer -> answers.merge(answer, 1L, Long::sum));
            kept.addAndGet(verdict.kept());
            progress.accept(over.incrementAndGet());
        }
    }
}
