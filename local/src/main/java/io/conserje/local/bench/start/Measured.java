package io.conserje.local.bench.start;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one function.
 *
 * @param classes loaded between the restore and the first answer
 * @param size of its jars and the layer's, in bytes
 * @param floorSize the same without the framework; 0 where it has no floor
 */
record Measured(
        String function,
        Map<Variant, List<Run>> runs,
        Map<Variant, Integer> classes,
        long size,
        long floorSize) {

    boolean has(Variant variant) {
        return runs.containsKey(variant);
    }

    private List<Run> of(Variant variant) {
        return runs.getOrDefault(variant, List.of());
    }

    int rounds() {
        return of(Variant.PRIMED).size();
    }

    Sample sample(Variant variant, ToDoubleFunction<Run> value) {
        return Sample.of(of(variant).stream().map(value::applyAsDouble).toList());
    }

    Sample answers(Variant variant) {
        return sample(variant, Run::answerMillis);
    }

    /** One for each run that was warmed up: the median of some of its calls. */
    Sample warm(Variant variant, int from, int to) {
        return Sample.of(
                of(variant).stream()
                        .filter(run -> run.warmMillis().size() >= to)
                        .map(run -> Sample.of(run.warmMillis().subList(from, to)).median())
                        .toList());
    }

    /** All calls of those runs, but the first ones. */
    Sample allWarm(Variant variant, int from) {
        return Sample.of(
                of(variant).stream()
                        .filter(run -> run.warmMillis().size() > from)
                        .flatMap(run -> run.warmMillis().stream().skip(from))
                        .toList());
    }
}
