package io.conserje.local.simulation;

import io.conserje.application.audit.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Runs the way of a message again and again, each time with other faults. */
public final class Simulation implements AutoCloseable {
    /** With many failing runs the first ones tell enough. */
    private static final int ENOUGH = 5;

    private final Scene scene;
    private final List<Machine> machines = new ArrayList<>();

    /**
     * @param root of the project, whose template and demo projects are what runs
     * @param workers how many runs go on at the same time
     */
    public Simulation(Path root, int workers) {
        this.scene = Scene.read(root);
        for (int i = 0; i < workers; i++) {
            machines.add(new Machine(scene));
        }
    }

    /**
     * @param seed brings it back
     * @param why empty when the audit found something; else why the run has no audit
     */
    public record Failed(long seed, Findings findings, String why) {}

    /**
     * @param counts over all runs, as of {@link Findings#counts}
     */
    public record Report(long runs, Duration took, Map<String, Long> counts, List<Failed> failed) {
        public boolean allKept() {
            return failed.isEmpty();
        }
    }

    /** What one seed makes happen, and what is found in the end. */
    public record Replay(Findings findings, List<String> trace) {}

    /**
     * Stops before its time once enough runs have failed.
     *
     * @param progress told how many runs are over, now and then
     */
    public Report run(long runs, long seed, Defect defect, LongConsumer progress) {
        long begun = System.nanoTime();
        AtomicLong next = new AtomicLong();
        List<Failed> failed = Collections.synchronizedList(new ArrayList<>());
        Map<String, Long> counts = new TreeMap<>();
        AtomicLong over = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (Machine machine : machines) {
                workers.add(
                        threads.submit(() -> {
                            for (long run = next.getAndIncrement();
                                    run < runs && failed.size() < ENOUGH;
                                    run = next.getAndIncrement()) {
                                one(machine, Series.seed(seed, run), defect, failed, counts);
                                progress.accept(over.incrementAndGet());
                            }
                        }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Report(over.get(), took, Map.copyOf(counts), List.copyOf(failed));
    }

    private void one(
            Machine machine,
            long seed,
            Defect defect,
            List<Failed> failed,
            Map<String, Long> counts) {
        try {
            Findings findings = play(machine, seed, defect, false).findings();
            synchronized (counts) {
                findings.counts().forEach((what, many) -> counts.merge(what, many, Long::sum));
            }
            if (!findings.allKept()) {
                failed.add(new Failed(seed, findings, ""));
            }
        } catch (RuntimeException e) {
            failed.add(new Failed(seed, new Findings(List.of(), Map.of()), e.toString()));
        }
    }

    /** The same again, with everything that happens. */
    public Replay replay(long seed, Defect defect) {
        return play(machines.getFirst(), seed, defect, true);
    }

    private Replay play(Machine machine, long seed, Defect defect, boolean traced) {
        World world = new World(machine, scene, seed, defect, traced);
        machine.enter(world);
        Findings findings = world.run();
        return new Replay(findings, world.trace());
    }

    @Override
    public void close() {
        machines.forEach(Machine::close);
    }
}
