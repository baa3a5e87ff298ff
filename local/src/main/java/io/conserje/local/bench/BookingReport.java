package io.conserje.local.bench;

import io.conserje.local.bench.BookingCrashes.Doing;
import io.conserje.local.bench.BookingCrashes.Step;
import io.conserje.local.bench.BookingTally.What;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of bookings with crashes showed.
 *
 * @param booked customers who have a booking in the end, as they were told
 * @param happened how often, by {@link What}
 * @param crashes how often, by {@link Doing} and {@link Step}
 */
public record BookingReport(
        int customers,
        int slots,
        int capacity,
        int booked,
        Map<What, Integer> happened,
        Map<Doing, Map<Step, Integer>> crashes,
        Duration took) {

    public BookingReport {
        happened = new TreeMap<>(happened);
        crashes = new TreeMap<>(crashes);
    }

    /** Of all kinds of calls together. */
    public int crashesAt(String step) {
        return crashes.values().stream()
                .mapToInt(each -> each.getOrDefault(Step.valueOf(step), 0))
                .sum();
    }

    public int happened(String what) {
        return happened.getOrDefault(What.valueOf(what), 0);
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%d customers at once for %d times of %d in %.1f s: %d have a booking in the end; no time"
                                + " has more than it takes, no hold outlived its end, everybody was told the truth,%n"
                                + "each message had its effect once, and sheets, bookings, agendas and logs agree%n",
                        customers,
                        slots,
                        capacity,
                        took.toMillis() / 1000.0,
                        booked)
                + happened.entrySet().stream()
                        .map(entry -> lower(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", ", "", "\n"))
                + row("crashes", "before-read", "before-write", "after-write")
                + crashes.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(Doing doing, Map<Step, Integer> counts) {
        return row(
                lower(doing),
                Integer.toString(counts.getOrDefault(Step.BEFORE_READ, 0)),
                Integer.toString(counts.getOrDefault(Step.BEFORE_WRITE, 0)),
                Integer.toString(counts.getOrDefault(Step.AFTER_WRITE, 0)));
    }

    private static String row(String name, String... cells) {
        return String.format(
                Locale.ROOT, "  %-14s %12s %13s %12s%n", name, cells[0], cells[1], cells[2]);
    }

    private static String lower(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
