package io.conserje.local.bench.start;

import java.util.Arrays;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** Measured values, sorted. */
public record Sample(double[] sorted) {
    private static final int RESAMPLED = 2000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    public static Sample of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    public double median() {
        return median(sorted);
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /**
     * @param share 0 to 1
     */
    double quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * @param low of the interval in which the ratio of the medians lies in 95 of 100 resamplings
     */
    public record Ratio(double ratio, double low, double high) {}

    /** Of values that are ratios themselves. */
    Ratio asRatio(RandomGenerator random) {
        double[] medians = new double[RESAMPLED];
        for (int i = 0; i < RESAMPLED; i++) {
            medians[i] = resampled(random);
        }
        return between(median(), medians);
    }

    Ratio over(Sample other, RandomGenerator random) {
        double[] ratios = new double[RESAMPLED];
        for (int i = 0; i < RESAMPLED; i++) {
            ratios[i] = resampled(random) / other.resampled(random);
        }
        return between(median() / other.median(), ratios);
    }

    private static Ratio between(double ratio, double[] resampled) {
        Arrays.sort(resampled);
        return new Ratio(
                ratio, resampled[(int) (LOW * RESAMPLED)], resampled[(int) (HIGH * RESAMPLED)]);
    }

    private double resampled(RandomGenerator random) {
        double[] drawn = new double[sorted.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = sorted[random.nextInt(sorted.length)];
        }
        Arrays.sort(drawn);
        return median(drawn);
    }
}
