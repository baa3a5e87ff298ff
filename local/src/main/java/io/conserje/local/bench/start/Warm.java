package io.conserje.local.bench.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * What a thousand calls took of each that is warm. They are called in turns, so that what the
 * machine does meanwhile falls on all of them alike: it may be twice as quick a minute later.
 *
 * @param millis of each call, in the order of the calls
 */
record Warm(Map<Who, List<Double>> millis) {
    /** From the hundreds on, a call is as quick as it gets; before a leak is felt. */
    static final int LEAST = 2_000;

    private static final int COUNTED = 1_000;
    private static final int TURN = 10;

    /** Who is called. */
    enum Who {
        /** After thousands of calls. */
        LATE(Variant.PRIMED),
        /** After the first thousand. */
        EARLY(Variant.PRIMED),
        /** Late as well. */
        FLOOR(Variant.FLOOR),
        /** Late as well. */
        TIERED(Variant.TIERED);

        private final Variant variant;

        Who(Variant variant) {
            this.variant = variant;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private int calls(int late) {
            return this == EARLY ? LEAST : late;
        }
    }

    /**
     * @param order in which they become warm, and are called in each turn
     * @param late how many calls the late ones get, at least {@link #LEAST}
     * @param tiered whether that is of interest: it takes minutes
     */
    static Warm of(
            Trial trial,
            Subject subject,
            Optional<Subject> floor,
            int late,
            boolean tiered,
            Random order)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<Who, Running> all = new EnumMap<>(Who.class);
        try {
            List<Who> shuffled = new ArrayList<>(List.of(Who.values()));
            Collections.shuffle(shuffled, order);
            for (Who who : shuffled) {
                if (who == Who.FLOOR ? floor.isPresent() : who != Who.TIERED || tiered) {
                    Subject its = who == Who.FLOOR ? floor.orElseThrow() : subject;
                    Running running = trial.running(its, who.variant);
                    all.put(who, running);
                    running.call(who.calls(late) - COUNTED);
                }
            }
            return inTurns(all, order);
        } finally {
            all.values().forEach(Running::close);
        }
    }

    private static Warm inTurns(Map<Who, Running> all, Random order)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<Who, List<Double>> millis = new EnumMap<>(Who.class);
        List<Who> shuffled = new ArrayList<>(all.keySet());
        for (int i = 0; i < COUNTED; i += TURN) {
            Collections.shuffle(shuffled, order);
            for (Who who : shuffled) {
                millis.computeIfAbsent(who, its -> new ArrayList<>())
                        .addAll(Objects.requireNonNull(all.get(who)).call(TURN));
            }
        }
        for (Running one : all.values()) {
            one.checkLog();
        }
        return new Warm(millis);
    }

    boolean has(Who who) {
        return millis.containsKey(who);
    }

    /** How their medians compare in each turn: the median of that; only where both were called. */
    Optional<Double> ratio(Who one, Who other) {
        List<Double> of = millis.getOrDefault(one, List.of());
        List<Double> over = millis.getOrDefault(other, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i + TURN <= Math.min(of.size(), over.size()); i += TURN) {
            ratios.add(
                    Sample.of(of.subList(i, i + TURN)).median()
                            / Sample.of(over.subList(i, i + TURN)).median());
        }
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Sample.of(ratios).median());
    }
}
