package io.conserje.local.command;

import io.conserje.application.Channels;
import io.conserje.local.fuzz.Case;
import io.conserje.local.fuzz.CaseFile;
import io.conserje.local.fuzz.Far;
import io.conserje.local.fuzz.Fuzzing;
import io.conserje.local.fuzz.Fuzzing.Failed;
import io.conserje.local.fuzz.Fuzzing.Report;
import io.conserje.local.fuzz.Verdict;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Sends the webhooks' addresses what no provider would; ends with 0 when nothing of it did any
 * harm.
 */
@Command(name = "fuzz")
final class Fuzz implements Callable<Integer> {
    private static final int OFTEN = 10_000;
    private static final long MOST_GROWTH = 32 << 20;
    private static final int A_MEGABYTE = 1 << 20;
    private static final Path CORPUS = Path.of("local/src/test/resources/fuzz");

    @Option(names = "--runs", paramLabel = "N", defaultValue = "10000")
    private long runs;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--replay", paramLabel = "SEED")
    private Optional<Long> replay = Optional.empty();

    @Option(names = "--samples", paramLabel = "DIR")
    private Optional<Path> samples = Optional.empty();

    @Option(names = "--http")
    private boolean http;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() throws IOException {
        if (http) {
            return overHttp();
        }
        int workers = replay.isPresent() ? 1 : Runtime.getRuntime().availableProcessors();
        try (Fuzzing fuzzing = new Fuzzing(Home.root(), samples, Channels.onClassPath(), workers)) {
            return replay.isPresent() ? replay(fuzzing, replay.get()) : run(fuzzing);
        }
    }

    private int run(Fuzzing fuzzing) {
        Report report = fuzzing.run(runs, seed, this::tell);
        new TreeMap<>(report.answers())
                .forEach((status, many) ->
                        System.out.println(
                                texts.say("fuzz.answers", Integer.toString(status), many)));
        System.out.println(texts.say("fuzz.kept", report.kept()));
        report.failed().forEach(this::keep);
        boolean grew = report.grown() > MOST_GROWTH;
        System.out.println(
                texts.say(grew ? "fuzz.grew" : "fuzz.memory", report.grown() / A_MEGABYTE));
        System.out.println(
                texts.say(
                        report.isWell() ? "fuzz.well" : "fuzz.harm",
                        report.runs(),
                        report.took().toSeconds(),
                        report.failed().size()));
        return report.isWell() && !grew ? 0 : 1;
    }

    /** One after the other, since the log does not tell whose line is whose. */
    @TheOutsideWorld
    private int overHttp() throws IOException {
        try (Scratch data = Scratch.named("conserje-fuzz");
                Far far = new Far(Home.root(), data.folder(), samples)) {
            boolean well = true;
            for (long i = 0; i < runs; i++) {
                Verdict verdict = far.play(seed + i, i);
                if (!verdict.isWell()) {
                    well = false;
                    say(seed + i, verdict.findings());
                }
                tell(i + 1);
            }
            List<String> left = far.settle(Instant.now());
            left.forEach(one -> System.out.println("    " + one));
            System.out.println(
                    texts.say(well && left.isEmpty() ? "fuzz.http.well" : "fuzz.http.harm", runs));
            return well && left.isEmpty() ? 0 : 1;
        }
    }

    private void say(long one, List<String> findings) {
        System.out.println(texts.say("fuzz.seed", Long.toString(one)));
        findings.forEach(it -> System.out.println("    " + it));
    }

    private void tell(long over) {
        if (over % OFTEN == 0) {
            System.out.println(texts.say("fuzz.progress", over));
        }
    }

    private void keep(Failed failed) {
        Path file = CORPUS.resolve("seed-" + failed.seed() + ".json");
        CaseFile.write(
                Home.root().resolve(file),
                new Case(
                        failed.findings().getFirst(),
                        failed.smallest().apart(),
                        failed.smallest().requests()));
        say(failed.seed(), failed.findings());
        System.out.println(texts.say("fuzz.file", file));
    }

    private int replay(Fuzzing fuzzing, long one) {
        System.out.println(CaseFile.text(fuzzing.of(one)));
        Verdict verdict = fuzzing.replay(one);
        System.out.println(texts.say("fuzz.replayed", verdict.answers(), verdict.kept()));
        verdict.findings().forEach(it -> System.out.println("    " + it));
        return verdict.isWell() ? 0 : 1;
    }
}
