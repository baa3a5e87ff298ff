package io.conserje.local.bench;

import io.conserje.application.audit.Findings;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run under load showed.
 *
 * @param findings of the audit afterwards, which found every promise kept
 */
public record LoadReport(Phase steady, Phase burst, Phase hot, Findings findings) {

    /** The shapes of load. */
    public enum Shape {
        STEADY,
        BURST,
        HOT
    }

    /**
     * @param many of the customers who write a few times each
     * @param one of the customer who never stops writing, where there is one
     * @param drained from the last message's being due until nothing was on its way
     */
    public record Phase(
            Shape shape,
            LoadFigures many,
            Optional<LoadFigures> one,
            Duration lasted,
            Duration drained,
            Memory memory,
            Saturation saturation) {}

    /**
     * How much longer the others wait for their answers while one customer never stops writing;
     * {@code share} is 0 to 1.
     */
    public double ratio(double share) {
        return hot.many().send().at(share) / steady.many().send().at(share);
    }
}
