package io.conserje.local.bench.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Runs each function in each state, round by round and in another order each round, so that what
 * the machine does meanwhile falls on all of them alike.
 */
public final class StartBench {
    private static final long SEED = 1;

    private final Subjects subjects;
    private final Trial trial;

    /**
     * How much is measured.
     *
     * @param functions as the template calls them; empty for all
     * @param rounds how often each is run in each state
     * @param warm how many calls each gets then, in {@code warmRounds} further rounds; none or
     *     enough to be warm
     */
    public record Extent(List<String> functions, int rounds, int warm, int warmRounds) {
        public Extent {
            if (rounds < 1 || warmRounds < 1 || (warm != 0 && warm < Warm.LEAST)) {
                throw new IllegalArgumentException(
                        "--rounds and --warm-rounds are at least 1, and --warm is 0 or at least "
                                + Warm.LEAST);
            }
        }

        boolean includes(Subject subject) {
            return functions.isEmpty() || functions.contains(subject.id());
        }
    }

    /** Hears how far it is. */
    public interface Listener {
        void begins(int round, int rounds);

        void warms(int round, int rounds);

        /** All rounds until now, when one has ended. */
        void measured(StartReport soFar);
    }

    private record Task(Subject subject, Variant variant) {}

    public StartBench(Subjects subjects, Trial trial) {
        this.subjects = subjects;
        this.trial = trial;
    }

    /**
     * @throws IllegalArgumentException when a function is asked for that there is not
     */
    public StartReport run(Extent extent, Listener listener)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<Subject, Optional<Subject>> floors = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        for (Subject subject : subjects.all()) {
            known.add(subject.id());
            if (extent.includes(subject)) {
                floors.put(subject, subjects.floor(subject));
            }
        }
        for (String function : extent.functions()) {
            if (!known.contains(function)) {
                throw new IllegalArgumentException(
                        "there is no function '"
                                + function
                                + "' to measure: give some of "
                                + known);
            }
        }
        List<Task> tasks = tasks(floors);
        Map<String, Map<Variant, Integer>> classes = new LinkedHashMap<>();
        for (Task task : tasks) {
            classes.computeIfAbsent(task.subject().id(), id -> new EnumMap<>(Variant.class))
                    .put(task.variant(), trial.classes(task.subject(), task.variant()));
        }
        Map<String, Map<Variant, List<Run>>> runs = new LinkedHashMap<>();
        Random order = new Random(SEED);
        for (int i = 0; i < extent.rounds(); i++) {
            listener.begins(i + 1, extent.rounds());
            Collections.shuffle(tasks, order);
            for (Task task : tasks) {
                runs.computeIfAbsent(task.subject().id(), id -> new EnumMap<>(Variant.class))
                        .computeIfAbsent(task.variant(), variant -> new ArrayList<>())
                        .add(trial.run(task.subject(), task.variant()));
            }
            listener.measured(report(floors, runs, classes, Map.of()));
        }
        Map<String, List<Warm>> warm = new LinkedHashMap<>();
        for (int i = 0; extent.warm() > 0 && i < extent.warmRounds(); i++) {
            listener.warms(i + 1, extent.warmRounds());
            for (Map.Entry<Subject, Optional<Subject>> each : floors.entrySet()) {
                Subject subject = each.getKey();
                // No bound speaks of what both compilers do, and it takes minutes: once will do.
                boolean tiered = i == 0 && each.getValue().isPresent();
                warm.computeIfAbsent(subject.id(), id -> new ArrayList<>())
                        .add(
                                Warm.of(
                                        trial,
                                        subject,
                                        each.getValue(),
                                        extent.warm(),
                                        tiered,
                                        order));
            }
            listener.measured(report(floors, runs, classes, warm));
        }
        return report(floors, runs, classes, warm);
    }

    private List<Task> tasks(Map<Subject, Optional<Subject>> floors) {
        List<Task> tasks = new ArrayList<>();
        floors.forEach((subject, floor) -> {
            List<Variant> variants = Variant.of(floor.isPresent(), trial.dumps());
            variants.forEach(variant ->
                    tasks.add(
                            new Task(
                                    variant == Variant.FLOOR ? floor.orElseThrow() : subject,
                                    variant)));
        });
        return tasks;
    }

    private static StartReport report(
            Map<Subject, Optional<Subject>> floors,
            Map<String, Map<Variant, List<Run>>> runs,
            Map<String, Map<Variant, Integer>> classes,
            Map<String, List<Warm>> warm)
            throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Map.Entry<Subject, Optional<Subject>> each : floors.entrySet()) {
            Subject subject = each.getKey();
            long floor = each.getValue().isPresent() ? each.getValue().get().code().size() : 0;
            all.add(
                    new Measured(
                            subject.id(),
                            copy(runs.getOrDefault(subject.id(), Map.of())),
                            classes.getOrDefault(subject.id(), Map.of()),
                            List.copyOf(warm.getOrDefault(subject.id(), List.of())),
                            subject.code().size(),
                            floor));
        }
        return new StartReport(all);
    }

    private static Map<Variant, List<Run>> copy(Map<Variant, List<Run>> runs) {
        Map<Variant, List<Run>> copy = new EnumMap<>(Variant.class);
        runs.forEach((variant, its) -> copy.put(variant, List.copyOf(its)));
        return copy;
    }
}
