package io.conserje.local.command;

import io.conserje.local.eval.Baseline;
import io.conserje.local.eval.Deciders;
import io.conserje.local.eval.Evaluation;
import io.conserje.local.eval.InvalidSets;
import io.conserje.local.eval.Part;
import io.conserje.local.eval.Score;
import io.conserje.local.eval.Sets;
import io.conserje.local.eval.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries the front desk on the test sets; ends with 0 when none falls below the baseline. */
@Command(name = "eval")
final class Eval implements Callable<Integer> {
    @Option(names = "--part", defaultValue = "all")
    private Which part = Which.ALL;

    @Option(names = "--verbose")
    private boolean verbose;

    private final Texts texts = Texts.ofSystem();

    enum Which {
        DEV,
        TEST,
        ALL;

        boolean has(Part one) {
            return this == ALL || name().equals(one.name());
        }
    }

    @Override
    public Integer call() {
        Path folder = Home.root().resolve("eval");
        List<Verdict> verdicts = new Evaluation(new Deciders(Home.root())).of(sets(folder));
        List<Score> scores = Score.of(verdicts);
        EvalReport report = new EvalReport(texts);
        if (verbose) {
            System.out.print(report.failures(verdicts));
        }
        System.out.print(report.table(scores));
        return part == Which.DEV ? 0 : judge(report, folder, scores);
    }

    private int judge(EvalReport report, Path folder, List<Score> scores) {
        List<Baseline.Shortfall> missed =
                Baseline.read(folder.resolve("baseline.properties")).missed(scores);
        System.out.print(report.judgement(missed));
        return missed.isEmpty() ? 0 : 1;
    }

    private Sets sets(Path folder) {
        try {
            return Sets.read(folder).of(part::has);
        } catch (InvalidSets e) {
            throw new Mistake(texts.say("eval.invalid", String.valueOf(e.getMessage())));
        }
    }
}
