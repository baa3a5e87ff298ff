package io.conserje.local.chaos;

import io.conserje.local.emulator.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * For which share of the time the functions cannot use a service; it is away for some seconds at a
 * time, at moments that follow from the seed.
 *
 * @param queue every call of a queue fails; half of the sends have their effect all the same
 * @param table every call of a table is throttled, or its answer is lost after its effect
 */
public record ServiceTrouble(double queue, double table, long seed) {
    public static final ServiceTrouble NONE = new ServiceTrouble(0, 0, 1);

    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    /** A service of AWS. */
    enum Service {
        QUEUE,
        TABLE
    }

    public ServiceTrouble {
        if (!(queue >= 0 && queue <= 1)) {
            throw new Refused("queue", "must be a number from 0 to 1, not " + queue);
        }
        if (!(table >= 0 && table <= 1)) {
            throw new Refused("table", "must be a number from 0 to 1, not " + table);
        }
    }

    /** Reads what {@link #toString} writes, as in {@code queue=0.05,table=0.1,seed=7}. */
    public static ServiceTrouble parse(String text) {
        ServiceTrouble trouble = NONE;
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                trouble =
                        trouble.with(
                                equals < 0 ? part.strip() : part.substring(0, equals).strip(),
                                equals < 0 ? "" : part.substring(equals + 1).strip());
            }
        }
        return trouble;
    }

    private ServiceTrouble with(String name, String value) {
        try {
            return switch (name) {
                case "queue" -> new ServiceTrouble(Double.parseDouble(value), table, seed);
                case "table" -> new ServiceTrouble(queue, Double.parseDouble(value), seed);
                case "seed" -> new ServiceTrouble(queue, table, Long.parseLong(value));
                default -> throw new Refused(name, "no such service; there are queue and table");
            };
        } catch (NumberFormatException e) {
            throw new Refused(name, "must be a number, not '" + value + "'", e);
        }
    }

    boolean isAway(Service service, Instant at) {
        long window = at.toEpochMilli() / AT_A_TIME.toMillis();
        double share =
                switch (service) {
                    case QUEUE -> queue;
                    case TABLE -> table;
                };
        SplittableRandom luck =
                new SplittableRandom(seed * 31 + window * 0x9E3779B97F4A7C15L + service.ordinal());
        return luck.nextDouble() < share;
    }

    @Override
    public String toString() {
        return "queue=" + queue + ",table=" + table + ",seed=" + seed;
    }
}
