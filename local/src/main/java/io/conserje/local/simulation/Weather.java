package io.conserje.local.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How much goes wrong in one run. Each run draws which kinds of faults it has at all, so that some
 * runs are all of one kind ("swarm testing", Groce et al., ISSTA 2012).
 *
 * @param dies that a process dies at a step, as a probability, like the rest
 * @param away that a service does not answer, and nothing happened
 * @param lost that it happened, and the answer is lost
 * @param late that it happens only after the caller has given it up
 * @param repeats that the client library sends a call again whose answer was late
 * @param stalls that a step takes seconds instead of milliseconds
 * @param zombies whether a step may take many minutes, and a process goes on after its time is up
 * @param slips that a consumer's deletion of what is done does not arrive
 * @param receiptsFail whether those faults may meet the consumer of the receipts, too
 * @param provider how often a provider misbehaves
 * @param duplicates that a provider sends a webhook twice
 * @param clocks how wrong a process's clock may be
 */
record Weather(
        double dies,
        double away,
        double lost,
        double late,
        double repeats,
        double stalls,
        boolean zombies,
        double slips,
        boolean receiptsFail,
        double provider,
        double duplicates,
        Duration clocks) {

    private static final Duration CLOCKS_THAT_MATTER = Duration.ofMinutes(1);

    static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0, false, 0, false, 0, 0, Duration.ZERO);

    /** Whether every process knows well enough what time it is. */
    boolean isTimely() {
        return clocks.compareTo(CLOCKS_THAT_MATTER) < 0;
    }

    static Weather draw(RandomGenerator random) {
        return new Weather(
                some(random, 0.03),
                some(random, 0.05),
                some(random, 0.04),
                some(random, 0.04),
                some(random, 0.05),
                some(random, 0.03),
                random.nextInt(6) == 0,
                some(random, 0.1),
                random.nextInt(4) == 0,
                some(random, 0.4),
                some(random, 0.4),
                clocks(random));
    }

    private static double some(RandomGenerator random, double most) {
        return random.nextInt(3) == 0 ? 0 : most * random.nextDouble() * random.nextDouble();
    }

    private static Duration clocks(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ofMinutes(10);
            case 1, 2 -> Duration.ofSeconds(3);
            default -> Duration.ZERO;
        };
    }
}
