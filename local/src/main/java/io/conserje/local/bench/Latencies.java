package io.conserje.local.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How long each of many took; every one of them is kept. */
public final class Latencies {
    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(LongStream nanos) {
        long[] all = nanos.toArray();
        Arrays.sort(all);
        return new Latencies(all);
    }

    Latencies and(Latencies others) {
        return of(LongStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted)));
    }

    public int many() {
        return sorted.length;
    }

    /** In milliseconds; {@code share} is 0 to 1. Not a number when there are none. */
    public double at(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(index, 0)] / 1e6;
    }
}
