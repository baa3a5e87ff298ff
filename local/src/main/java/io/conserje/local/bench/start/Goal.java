package io.conserje.local.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a function is held to: a ratio, or the classes that it loads.
 *
 * @param name what it is, or what is over what
 * @param atMost the most it may be
 */
record Goal(String name, Sample.Ratio is, double atMost) {
    private static final long SEED = 1;

    /** What is the same in every run. */
    private static Goal of(String name, double is, double atMost) {
        return new Goal(name, new Sample.Ratio(is, is, is), atMost);
    }

    boolean holds() {
        return is.ratio() <= atMost;
    }

    static List<Goal> of(Measured measured) {
        RandomGenerator random = new SplittableRandom(SEED);
        List<Goal> goals = new ArrayList<>();
        Sample primed = measured.answers(Variant.PRIMED);
        goals.add(
                new Goal(
                        "primed / unprimed",
                        primed.over(measured.answers(Variant.UNPRIMED), random),
                        0.12));
        goals.add(
                new Goal(
                        "primed / cold",
                        primed.over(measured.sample(Variant.COLD, Run::coldMillis), random),
                        0.07));
        if (measured.has(Variant.SDK)) {
            goals.add(
                    new Goal(
                            "rehearsed / sdk",
                            measured.answers(Variant.REHEARSED)
                                    .over(measured.answers(Variant.SDK), random),
                            0.45));
            goals.add(
                    new Goal(
                            "frozen / primed",
                            measured.answers(Variant.FROZEN).over(primed, random),
                            1.5));
        }
        if (measured.has(Warm.Who.EARLY)) {
            goals.add(
                    new Goal(
                            "late / early",
                            measured.warm(Warm.Who.LATE, Warm.Who.EARLY).asRatio(random),
                            1.2));
        }
        goals.add(of("classes loaded", measured.classes().getOrDefault(Variant.PRIMED, 0), 60));
        if (measured.has(Variant.FLOOR)) {
            goals.addAll(againstTheFloor(measured, primed, random));
        }
        return goals;
    }

    private static List<Goal> againstTheFloor(
            Measured measured, Sample primed, RandomGenerator random) {
        List<Goal> goals = new ArrayList<>();
        goals.add(
                new Goal(
                        "primed / floor",
                        primed.over(measured.answers(Variant.FLOOR), random),
                        1.35));
        goals.add(of("size / floor", (double) measured.size() / measured.floorSize(), 1.45));
        if (measured.has(Warm.Who.FLOOR)) {
            goals.add(
                    new Goal(
                            "warm / floor",
                            measured.warm(Warm.Who.LATE, Warm.Who.FLOOR).asRatio(random),
                            1.10));
        }
        return goals;
    }
}
