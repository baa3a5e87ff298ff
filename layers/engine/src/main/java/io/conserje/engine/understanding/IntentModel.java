package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each feature tells for and against each intent. As text: the labels in the first line, then
 * a feature a line with its weights, in hundredths; those too small to matter are left out.
 */
public final class IntentModel {
    /** The label of what no desk is asked. */
    public static final String OTHER = "other";

    static final String BIAS = "*";
    private static final double UNIT = 100.0;

    private final List<String> labels;
    private final Map<String, float[]> weights;
    private final Set<String> words;

    private IntentModel(List<String> labels, Map<String, float[]> weights) {
        this.labels = List.copyOf(labels);
        this.weights = Map.copyOf(weights);
        this.words = words(weights.keySet());
    }

    private static Set<String> words(Set<String> features) {
        return features.stream()
                .filter(feature -> feature.startsWith("w ") && !feature.startsWith("w <"))
                .map(feature -> feature.substring(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Knows no word and expects everything alike. */
    public static IntentModel none() {
        return new IntentModel(List.of(), Map.of());
    }

    static IntentModel of(List<String> labels, Map<String, double[]> learned, double least) {
        Map<String, float[]> weights = new HashMap<>();
        learned.forEach((feature, each) -> {
            float[] rounded = new float[each.length];
            boolean tells = false;
            for (int i = 0; i < each.length; i++) {
                rounded[i] = Math.abs(each[i]) < least ? 0 : Math.round(each[i] * UNIT);
                tells |= rounded[i] != 0;
            }
            if (tells) {
                weights.put(feature, rounded);
            }
        });
        return new IntentModel(labels, weights);
    }

    public List<String> labels() {
        return labels;
    }

    /** The words that it was taught. */
    public Set<String> words() {
        return words;
    }

    /** How likely each label is, by label; together they make one. */
    public Map<String, Double> scores(List<String> features) {
        double[] sums = new double[labels.size()];
        add(sums, BIAS, 1);
        for (String feature : features) {
            add(sums, feature, IntentFeatures.value(feature));
        }
        likelihoods(sums);
        Map<String, Double> scores = new HashMap<>();
        for (int i = 0; i < sums.length; i++) {
            scores.put(labels.get(i), sums[i]);
        }
        return scores;
    }

    private void add(double[] sums, String feature, double value) {
        float[] each = weights.get(feature);
        if (each != null) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += each[i] / UNIT * value;
            }
        }
    }

    /** Turns sums into shares of one. StrictMath, because every machine must learn the same. */
    static void likelihoods(double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - most);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" ", labels));
        new TreeMap<>(weights)
                .forEach((feature, each) -> {
                    StringBuilder line = new StringBuilder(feature).append('\t');
                    for (int i = 0; i < each.length; i++) {
                        if (each[i] != 0) {
                            line.append(i).append(':').append((int) each[i]).append(' ');
                        }
                    }
                    lines.add(line.toString().strip());
                });
        return lines;
    }

    public static IntentModel read(List<String> lines) {
        List<String> labels = List.of(lines.getFirst().split(" "));
        Map<String, float[]> weights = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            weights.put(line.substring(0, tab), weights(line, tab + 1, labels.size()));
        }
        return new IntentModel(labels, weights);
    }

    private static float[] weights(String line, int start, int size) {
        float[] each = new float[size];
        int at = start;
        while (at < line.length()) {
            int colon = line.indexOf(':', at);
            int space = line.indexOf(' ', colon);
            int end = space < 0 ? line.length() : space;
            each[Integer.parseInt(line, at, colon, 10)] =
                    Integer.parseInt(line, colon + 1, end, 10);
            at = end + 1;
        }
        return each;
    }
}
