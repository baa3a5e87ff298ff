package io.conserje.local.command;

import io.conserje.local.simulation.Defect;
import io.conserje.local.simulation.Simulation;
import io.conserje.local.simulation.Simulation.Failed;
import io.conserje.local.simulation.Simulation.Replay;
import io.conserje.local.simulation.Simulation.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plays the way of a message with faults of every kind; ends with 0 when every promise was kept.
 */
@Command(name = "simulate")
final class Simulate implements Callable<Integer> {
    private static final int OFTEN = 10_000;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "1000")
    private long runs;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--replay", paramLabel = "SEED")
    private Optional<Long> replay = Optional.empty();

    @Option(names = "--defect", paramLabel = "DEFECT", defaultValue = "NONE")
    private Defect defect = Defect.NONE;

    private final Texts texts = Texts.ofSystem();
    private final FindingsPage page = new FindingsPage(texts);

    @Override
    public Integer call() {
        int workers = Runtime.getRuntime().availableProcessors();
        try (Simulation simulation =
                new Simulation(Home.root(), replay.isPresent() ? 1 : workers)) {
            return replay.isPresent() ? replay(simulation, replay.get()) : run(simulation);
        }
    }

    private int run(Simulation simulation) {
        Report report = simulation.run(runs, seed, defect, this::tell);
        page.counts(new TreeMap<>(report.counts())).forEach(System.out::println);
        report.failed().forEach(one -> print(one, simulation));
        System.out.println(
                texts.say(
                        report.allKept() ? "simulate.kept" : "simulate.broken",
                        report.runs(),
                        report.took().toSeconds(),
                        report.failed().size()));
        return report.allKept() ? 0 : 1;
    }

    private void tell(long over) {
        if (over % OFTEN == 0) {
            System.out.println(texts.say("simulate.progress", over));
        }
    }

    /** The trace of the first conversation concerned is short enough to be read. */
    private void print(Failed failed, Simulation simulation) {
        System.out.println(texts.say("simulate.seed", Long.toString(failed.seed()), failed.why()));
        failed.findings().violations().forEach(one -> System.out.println("  " + page.line(one)));
        failed.findings().violations().stream()
                .flatMap(one -> one.conversation().stream())
                .findFirst()
                .ifPresent(conversation ->
                        about(
                                        conversation.value(),
                                        simulation.replay(failed.seed(), defect).trace())
                                .forEach(line -> System.out.println("    " + line)));
    }

    /** All that those did who had to do with it. */
    private static Stream<String> about(String conversation, List<String> trace) {
        Set<String> who =
                trace.stream()
                        .filter(line -> line.contains(conversation))
                        .map(Simulate::actor)
                        .collect(Collectors.toSet());
        return trace.stream().filter(line -> who.contains(actor(line)));
    }

    /** A line has a moment, who did something, and what. */
    private static String actor(String line) {
        return line.split("  ", 3)[1];
    }

    private int replay(Simulation simulation, long one) {
        Replay played = simulation.replay(one, defect);
        played.trace().forEach(System.out::println);
        played.findings()
                .violations()
                .forEach(it -> System.out.println(it.promise() + ": " + it.what()));
        return played.findings().allKept() ? 0 : 1;
    }
}
