package io.conserje.local.bench.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** In which state a function gets its first event. */
public enum Variant {
    /** As without SnapStart. */
    COLD,
    UNPRIMED,
    /** With what the SDK itself offers. */
    SDK,
    /** The function's events were played against stand-ins; nobody was called. */
    REHEARSED,
    /** What is deployed. */
    PRIMED,
    /** That, and whoever was connected before the snapshot is silent after it. */
    FROZEN,
    /** The same with both of the JVM's compilers, as it comes. */
    TIERED,
    /** The same work without a framework, primed alike. */
    FLOOR,
    /** Primed, written to disk, ended and started again from there; that takes its time too. */
    DUMPED,
    /** The same, unprimed. */
    DUMPED_UNPRIMED;

    /** Of a function that is only looked at. */
    private static final List<Variant> BRIEF = List.of(COLD, UNPRIMED, PRIMED);

    /**
     * @param hasFloor whether the function is measured in every state
     * @param dumps whether there can be true snapshots
     */
    static List<Variant> of(boolean hasFloor, boolean dumps) {
        return Arrays.stream(values())
                .filter(variant -> hasFloor || variant.isDumped() || BRIEF.contains(variant))
                .filter(variant -> dumps || !variant.isDumped())
                .toList();
    }

    boolean isDumped() {
        return this == DUMPED || this == DUMPED_UNPRIMED;
    }

    boolean isCold() {
        return this == COLD;
    }

    boolean isFrozen() {
        return this == FROZEN;
    }

    Map<String, String> environment() {
        return switch (this) {
            case COLD, PRIMED, FROZEN, FLOOR, DUMPED -> Map.of();
            case UNPRIMED, DUMPED_UNPRIMED -> Map.of("PRIMING", "none");
            case SDK -> Map.of("PRIMING", "sdk");
            case TIERED -> Map.of("JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation");
            case REHEARSED -> Map.of("PRIMING", "rehearsed");
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
