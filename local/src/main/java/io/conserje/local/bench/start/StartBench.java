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
import java.util.function.Consumer;

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
     * @param warm how many calls follow the first answer, in the first {@code warmRounds}
     */
    public record Extent(List<String> functions, int rounds, int warm, int warmRounds) {
        public Extent {
            if (rounds < 1 || warm < 0 || warmRounds < 0 || (warm > 0 && warmRounds < 1)) {
                throw new IllegalArgumentException(
                        "--rounds and --warm-rounds are at least 1, and --warm is 0 or more");
            }
        }

        boolean includes(Subject subject) {
            return functions.isEmpty() || functions.contains(subject.id());
        }
    }

    private record Task(Subject subject, Variant variant) {}

    public StartBench(Subjects subjects, Trial trial) {
        this.subjects = subjects;
        this.trial = trial;
    }

    /**
     * @throws IllegalArgumentException when a function is asked for that there is not
     */
    public StartReport run(Extent extent, Consumer<Integer> round)
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
            round.accept(i + 1);
            Collections.shuffle(tasks, order);
            for (Task task : tasks) {
                boolean warms = i < task.variant().warmRounds(extent.warmRounds());
                runs.computeIfAbsent(task.subject().id(), id -> new EnumMap<>(Variant.class))
                        .computeIfAbsent(task.variant(), variant -> new ArrayList<>())
                        .add(trial.run(task.subject(), task.variant(), warms ? extent.warm() : 0));
            }
        }
        return new StartReport(measured(floors, runs, classes), extent.warm());
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

    private static List<Measured> measured(
            Map<Subject, Optional<Subject>> floors,
            Map<String, Map<Variant, List<Run>>> runs,
            Map<String, Map<Variant, Integer>> classes)
            throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Map.Entry<Subject, Optional<Subject>> each : floors.entrySet()) {
            Subject subject = each.getKey();
            long floor = each.getValue().isPresent() ? each.getValue().get().code().size() : 0;
            all.add(
                    new Measured(
                            subject.id(),
                            runs.getOrDefault(subject.id(), Map.of()),
                            classes.getOrDefault(subject.id(), Map.of()),
                            subject.code().size(),
                            floor));
        }
        return all;
    }
}
