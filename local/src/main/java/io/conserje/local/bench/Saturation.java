package io.conserje.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What a load was too much for.
 *
 * @param full what was full for a while, the first one first
 * @param fullest the fullest reading of everything that was looked at
 */
public record Saturation(List<Full> full, List<Gauge> fullest) {
    /** A moment's peak is no saturation. */
    private static final int LASTING = 4;

    private static final Comparator<Gauge> FULLER =
            Comparator.comparingDouble(Gauge::load).thenComparingInt(Gauge::waiting);

    /**
     * @param after since the phase began
     * @param gauge as it read when it had been full for a while
     */
    public record Full(Duration after, Gauge gauge) {}

    /** All gauges at one moment. */
    record Sample(long nanos, List<Gauge> gauges) {}

    static Saturation of(List<Sample> samples, long begun) {
        Map<String, Integer> lasting = new LinkedHashMap<>();
        Map<String, Full> full = new LinkedHashMap<>();
        Map<String, Gauge> fullest = new LinkedHashMap<>();
        for (Sample sample : samples) {
            for (Gauge gauge : sample.gauges()) {
                String name = gauge.name();
                fullest.merge(name, gauge, BinaryOperator.maxBy(FULLER));
                int times = gauge.full() ? lasting.getOrDefault(name, 0) + 1 : 0;
                lasting.put(name, times);
                if (times == LASTING) {
                    Duration after = Duration.ofNanos(sample.nanos() - begun);
                    full.putIfAbsent(name, new Full(after, gauge));
                }
            }
        }
        List<Full> inOrder = new ArrayList<>(full.values());
        inOrder.sort(Comparator.comparing(Full::after));
        return new Saturation(inOrder, List.copyOf(fullest.values()));
    }
}
