package io.conserje.engine.understanding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Multinomial logistic regression, learned by AdaGrad in a fixed order: the same samples make the
 * same model, to the bit.
 */
public final class IntentTraining {
    private static final int EPOCHS = 40;
    private static final double STEP = 0.1;
    private static final double DECAY = 1e-3;
    private static final double LEAST = 0.15;

    /** What was seen in one sentence only tells of that sentence, not of an intent. */
    private static final int SEEN = 2;

    private static final int PIECE_SEEN = 4;

    /**
     * @param labels what the sentence asks for; several share it
     */
    public record Sample(Set<String> labels, List<String> features) {
        public Sample {
            labels = Set.copyOf(labels);
            features = List.copyOf(features);
        }
    }

    private record Known(double[] expected, int[] features, double[] values) {}

    private final List<String> labels;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<Known> samples;
    private final double[][] weights;
    private final double[][] slopes;

    private IntentTraining(List<Sample> all) {
        Set<String> sorted = new TreeSet<>();
        all.forEach(sample -> sorted.addAll(sample.labels()));
        labels = List.copyOf(sorted);
        ids.put(IntentModel.BIAS, 0);
        Map<String, Integer> seen = new HashMap<>();
        all.forEach(sample -> sample.features().forEach(f -> seen.merge(f, 1, Integer::sum)));
        all.forEach(sample ->
                sample.features().stream()
                        .filter(f -> f.startsWith("w ") || seen.getOrDefault(f, 0) >= often(f))
                        .forEach(f -> ids.putIfAbsent(f, ids.size())));
        samples = all.stream().map(this::known).toList();
        weights = new double[ids.size()][labels.size()];
        slopes = new double[ids.size()][labels.size()];
    }

    public static IntentModel learn(List<Sample> samples) {
        IntentTraining training = new IntentTraining(samples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            training.pass(epoch);
        }
        Map<String, double[]> learned = new HashMap<>();
        training.ids.forEach((feature, id) -> learned.put(feature, training.weights[id]));
        return IntentModel.of(training.labels, learned, LEAST);
    }

    private Known known(Sample sample) {
        double[] expected = new double[labels.size()];
        sample.labels().forEach(l -> expected[labels.indexOf(l)] = 1.0 / sample.labels().size());
        Set<String> features = new HashSet<>(sample.features());
        features.retainAll(ids.keySet());
        List<String> ordered = features.stream().sorted().toList();
        int[] its = new int[ordered.size() + 1];
        double[] values = new double[its.length];
        values[0] = 1;
        for (int i = 0; i < ordered.size(); i++) {
            its[i + 1] = ids.getOrDefault(ordered.get(i), 0);
            values[i + 1] = IntentFeatures.value(ordered.get(i));
        }
        return new Known(expected, its, values);
    }

    /** Walks through all samples in strides, so that neighbours of one label do not follow. */
    private void pass(int epoch) {
        int size = samples.size();
        int stride = strideFor(size, epoch);
        for (int i = 0; i < size; i++) {
            learn(samples.get((int) ((long) i * stride % size)));
        }
    }

    private static int often(String feature) {
        return feature.startsWith("c ") ? PIECE_SEEN : SEEN;
    }

    private static int strideFor(int size, int epoch) {
        int stride = 7 + 10 * epoch;
        while (gcd(stride, size) != 1) {
            stride++;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private void learn(Known sample) {
        double[] guess = new double[labels.size()];
        for (int f = 0; f < sample.features().length; f++) {
            double[] each = weights[sample.features()[f]];
            for (int l = 0; l < guess.length; l++) {
                guess[l] += each[l] * sample.values()[f];
            }
        }
        IntentModel.likelihoods(guess);
        for (int f = 0; f < sample.features().length; f++) {
            double[] each = weights[sample.features()[f]];
            double[] slope = slopes[sample.features()[f]];
            for (int l = 0; l < guess.length; l++) {
                double error = guess[l] - sample.expected()[l];
                double gradient = error * sample.values()[f] + DECAY * each[l];
                slope[l] += gradient * gradient;
                each[l] -= STEP * gradient / (StrictMath.sqrt(slope[l]) + 1e-6);
            }
        }
    }
}
