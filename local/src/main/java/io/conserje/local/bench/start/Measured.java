package io.conserje.local.bench.start;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one function.
 *
 * @param classes loaded between the restore and the first answer
 * @param warm calls of each of the rounds in which it was called more often
 * @param size of its jars and the layer's, in bytes
 * @param floorSize the same without the framework; 0 where it has no floor
 */
record Measured(
        String function,
        Map<Variant, List<Run>> runs,
        Map<Variant, Integer> classes,
        List<Warm> warm,
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

    List<Warm.Who> everybodyWarm() {
        return Arrays.stream(Warm.Who.values()).filter(this::has).toList();
    }

    boolean has(Warm.Who who) {
        return warm.stream().anyMatch(one -> one.has(who));
    }

    /** How one compares with the other in each round: a process differs from the next one. */
    Sample warm(Warm.Who one, Warm.Who other) {
        return Sample.of(warm.stream().flatMap(it -> it.ratio(one, other).stream()).toList());
    }

    /** All its warm calls. */
    Sample warm(Warm.Who who) {
        return Sample.of(
                warm.stream()
                        .flatMap(one -> one.millis().getOrDefault(who, List.of()).stream())
                        .toList());
    }
}
