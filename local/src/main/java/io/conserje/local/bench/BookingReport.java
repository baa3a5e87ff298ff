package io.conserje.local.bench;

import io.conserje.local.bench.BookingCrashes.Doing;
import io.conserje.local.bench.BookingCrashes.Step;
import io.conserje.local.bench.BookingTally.What;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of bookings with crashes showed.
 *
 * @param messages that customers sent
 * @param replies that the provider took from us
 * @param booked how many have each time in the end, as they were told
 * @param happened how often, by {@link What}
 * @param crashes how often, by {@link Doing} and {@link Step}
 */
public record BookingReport(
        BookingBench.Race race,
        int messages,
        int replies,
        Map<LocalTime, Integer> booked,
        Map<What, Integer> happened,
        Map<Doing, Map<Step, Integer>> crashes,
        Duration took) {

    public BookingReport {
        booked = new TreeMap<>(booked);
        happened = new TreeMap<>(happened);
        crashes = new TreeMap<>(crashes);
    }

    static BookingReport of(
            BookingBench.Race race,
            BookingScene scene,
            BookingTable table,
            CrashingFunctions functions,
            int messages,
            int replies,
            Duration took) {
        Map<LocalTime, Integer> booked = new TreeMap<>();
        for (Instant start : scene.starts()) {
            booked.put(start.atZone(BookingScene.ZONE).toLocalTime(), table.people(start));
        }
        Map<What, Integer> happened = new EnumMap<>(What.class);
        for (What what : What.values()) {
            happened.put(what, functions.tally().of(what));
        }
        Map<Doing, Map<Step, Integer>> crashes = new EnumMap<>(Doing.class);
        for (Doing doing : Doing.values()) {
            Map<Step, Integer> steps = new EnumMap<>(Step.class);
            for (Step step : Step.values()) {
                steps.put(step, functions.crashes().count(doing, step));
            }
            crashes.put(doing, steps);
        }
        return new BookingReport(race, messages, replies, booked, happened, crashes, took);
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
                        "%d customers at once for %d times of %d in %.1f s: %d messages, %d answers, each exactly once"
                                + " and in order;%nno time has more than it takes, no hold outlived its end, each booking"
                                + " has its whole history, everybody was told the truth%n",
                        race.customers(),
                        race.slots(),
                        race.capacity(),
                        took.toMillis() / 1000.0,
                        messages,
                        replies)
                + counts();
    }

    /** What happened, without the judgement. */
    String counts() {
        return booked.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", "in the end ", "\n"))
                + happened.entrySet().stream()
                        .map(entry -> lower(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", ", "on the way ", "\n"))
                + row(
                        "processes died",
                        Arrays.stream(Step.values())
                                .map(BookingReport::lower)
                                .toArray(String[]::new))
                + crashes.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(Doing doing, Map<Step, Integer> counts) {
        return row(
                "  " + lower(doing),
                Arrays.stream(Step.values())
                        .map(step -> Integer.toString(counts.getOrDefault(step, 0)))
                        .toArray(String[]::new));
    }

    private static String row(String name, String... cells) {
        return String.format(
                Locale.ROOT, "%-16s %12s %13s %12s%n", name, cells[0], cells[1], cells[2]);
    }

    private static String lower(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
