package io.conserje.local.command;

import io.conserje.local.simulation.Defect;
import io.conserje.local.simulation.Simulation;
import io.conserje.local.simulation.Simulation.Failed;
import io.conserje.local.simulation.Simulation.Replay;
import io.conserje.local.simulation.Simulation.Report;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
        new TreeMap<>(report.counts())
                .forEach((what, many) ->
                        System.out.println(texts.say("simulate.count", what, many)));
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
        System.out.println(texts.say("simulate.seed", failed.seed(), failed.why()));
        failed.findings()
                .violations()
                .forEach(one -> System.out.println("  " + one.promise() + ": " + one.what()));
        failed.findings().violations().stream()
                .flatMap(one -> one.conversation().stream())
                .findFirst()
                .ifPresent(conversation ->
                        simulation.replay(failed.seed(), defect).trace().stream()
                                .filter(line -> line.contains(conversation.value()))
                                .forEach(line -> System.out.println("    " + line)));
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
