package io.conserje.local.emulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What goes wrong with one webhook or one call.
 *
 * @param heldBack it waits until others have gone past
 * @param error a call is refused with a passing error
 * @param throttled a call is refused for there being too many
 * @param dice the rest of its luck: which error, how much jitter
 */
public record Faults(
        Twin twin,
        boolean heldBack,
        Duration delay,
        boolean error,
        boolean throttled,
        Stall stall,
        RandomGenerator dice) {

    /** When the second copy of a webhook leaves. */
    public enum Twin {
        NONE,
        TOGETHER,
        RIGHT_AFTER,
        LATER
    }

    /** A call that is never answered. */
    public enum Stall {
        NONE,
        /** It has no effect. */
        BEFORE,
        /** It has its effect; only the answer never comes. */
        AFTER
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
        boolean throttled = dice.nextDouble() < dial.throttle();
        boolean stalls = dice.nextDouble() < dial.stall();
        Stall stall = dice.nextBoolean() ? Stall.BEFORE : Stall.AFTER;
        return new Faults(
                twice ? twin : Twin.NONE,
                heldBack,
                late ? delay : Duration.ZERO,
                error,
                throttled,
                stalls ? stall : Stall.NONE,
                dice);
    }
}
