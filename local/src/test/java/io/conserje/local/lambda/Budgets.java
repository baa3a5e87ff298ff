package io.conserje.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/**
 * How many classes a function may load between its restore and its first answer, and how large it
 * may be, as {@code budgets.properties} says.
 */
final class Budgets {
    private static final double MORE_CLASSES = 1.10;
    private static final double LARGER = 1.05;

    /**
     * Two runs of the same may differ by it: whether an answer's body ends before it is closed is a
     * race in the SDK's publisher, which has three classes for one of the two.
     */
    private static final int SPREAD = 4;

    private static final int MOST_CLASSES = 60;
    private static final double KILOBYTE = 1024;

    private final Properties committed;

    private Budgets(Properties committed) {
        this.committed = committed;
    }

    static Budgets committed() throws IOException {
        Properties read = new Properties();
        try (InputStream in = Budgets.class.getResourceAsStream("budgets.properties")) {
            read.load(in);
        }
        return new Budgets(read);
    }

    /** What is wrong with so many classes, and what to do about it. */
    Optional<String> tooManyClasses(String function, int classes) {
        double most =
                Math.min(
                        Math.max(
                                of(function + ".classes") * MORE_CLASSES,
                                of(function + ".classes") + SPREAD),
                        MOST_CLASSES);
        return classes <= most
                ? Optional.empty()
                : Optional.of(
                        function
                                + " loads "
                                + classes
                                + " classes between its restore and its first answer, at most "
                                + (int) most
                                + ": have its rehearsal go where they are needed, or do without them;"
                                + " ./conserje bench start shows what it costs");
    }

    /** What is wrong with that size, and what to do about it. */
    Optional<String> tooLarge(String artifact, long bytes) {
        double most = of(artifact + ".kilobytes") * KILOBYTE * LARGER;
        return bytes <= most
                ? Optional.empty()
                : Optional.of(
                        artifact
                                + " has "
                                + (long) (bytes / KILOBYTE)
                                + " KB, at most "
                                + (long) (most / KILOBYTE)
                                + ": leave out what it does not need, or say in budgets.properties"
                                + " what it is worth");
    }

    private double of(String name) {
        return Double.parseDouble(
                Optional.ofNullable(committed.getProperty(name))
                        .orElseThrow(() ->
                                new IllegalStateException(name + " is not in budgets.properties")));
    }
}
