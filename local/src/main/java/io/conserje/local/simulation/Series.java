package io.conserje.local.simulation;

/** Many runs that one seed brings back. */
public final class Series {
    private Series() {}

    /** The seed of one run; the first has the series' own, so that one can be run by itself. */
    public static long seed(long series, long run) {
        if (run == 0) {
            return series;
        }
        long mixed = series + run * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 27)) >>> 1;
    }
}
