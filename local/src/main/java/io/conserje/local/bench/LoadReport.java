package io.conserje.local.bench;

import io.conserje.application.audit.Findings;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run under load showed.
 *
 * @param again the steady load once more, after the hot one: what differs between the two is the
 *     machine's doing
 * @param findings of the audit afterwards, which found every promise kept
 */
public record LoadReport(Phase steady, Phase hot, Phase again, Phase burst, Findings findings) {

    /** The shapes of load. */
    public enum Shape {
        STEADY,
        HOT,
        AGAIN,
        BURST
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
        Latencies usual = steady.many().send().and(again.many().send());
        return hot.many().send().at(share) / usual.at(share);
    }

    /** How much longer they wait the second time that nothing else happens. */
    public double noise(double share) {
        return again.many().send().at(share) / steady.many().send().at(share);
    }
}
