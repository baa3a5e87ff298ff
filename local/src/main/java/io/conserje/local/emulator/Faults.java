package io.conserje.local.emulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What goes wrong with one webhook or one call.
 *
 * @param heldBack it waits until others have gone past
 * @param dice the rest of its luck: which error, how much jitter
 */
public record Faults(
        Twin twin, boolean heldBack, Duration delay, boolean error, RandomGenerator dice) {

    /** When the second copy of a webhook leaves. */
    public enum Twin {
        NONE,
        TOGETHER,
        RIGHT_AFTER,
        LATER
    }

    private static final Twin[] TWINS = {Twin.TOGETHER, Twin.RIGHT_AFTER, Twin.LATER};
    private static final int LATEST_MILLIS = 1500;

    /** Draws everything, wanted or not: turning one knob must not change the luck of the others. */
    static Faults draw(FaultDial dial, RandomGenerator dice) {
        boolean twice = dice.nextDouble() < dial.duplicate();
        Twin twin = TWINS[dice.nextInt(TWINS.length)];
        boolean heldBack = dice.nextDouble() < dial.reorder();
        boolean late = dice.nextDouble() < dial.delay();
        Duration delay = Duration.ofMillis(dice.nextInt(1, LATEST_MILLIS + 1));
        boolean error = dice.nextDouble() < dial.error();
        return new Faults(
                twice ? twin : Twin.NONE, heldBack, late ? delay : Duration.ZERO, error, dice);
    }
}
