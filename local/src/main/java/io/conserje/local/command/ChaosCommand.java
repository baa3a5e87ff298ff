package io.conserje.local.command;

import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.local.chaos.Chaos;
import io.conserje.local.chaos.ChaosReport;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the system while its customers write. Ends with 0 when every promise was kept. */
@Command(name = "chaos")
@TheOutsideWorld
final class ChaosCommand implements Callable<Integer> {
    private static final long A_STEP = 1_000;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "20000")
    private long messages;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "50")
    private int kills;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "120")
    private int customers;

    @Option(
            names = "--faults",
            paramLabel = "DIAL",
            defaultValue = "duplicate=0.1,reorder=0.1,error=0.05,throttle=0.02,stall=0.01")
    private String faults;

    @Option(names = "--trouble", paramLabel = "DIAL", defaultValue = "queue=0.05,table=0.05")
    private String trouble;

    @Option(names = "--parameter", paramLabel = "NAME=VALUE")
    private Map<String, String> parameters = new TreeMap<>();

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    private final Texts texts = Texts.ofSystem();
    private final AtomicLong told = new AtomicLong();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (kills < 1 || messages < kills || customers < 1) {
            throw new Mistake(texts.say("chaos.few"));
        }
        try (Scratch scratch = Scratch.named("conserje-chaos")) {
            // What was broken can be looked at; what was kept need not be.
            scratch.keep(true);
            System.out.println(
                    texts.say("chaos.running", messages, kills, customers, scratch.folder()));
            Chaos.Plan plan =
                    new Chaos.Plan(
                            Home.root(),
                            scratch.folder(),
                            messages,
                            kills,
                            customers,
                            faults,
                            trouble,
                            parameters,
                            seed);
            ChaosReport report = new Chaos(plan, this::tell).run();
            print(report);
            if (!report.findings().allKept()) {
                return 1;
            }
            scratch.keep(false);
            return 0;
        }
    }

    private void tell(long sent) {
        long step = sent / A_STEP;
        if (told.getAndAccumulate(step, Math::max) < step) {
            System.out.println(texts.say("chaos.sent", step * A_STEP));
        }
    }

    private void print(ChaosReport report) {
        Findings findings = report.findings();
        System.out.println(
                texts.say(
                        "chaos.done",
                        report.posted(),
                        report.taken(),
                        report.kills(),
                        report.whileStarting(),
                        report.took().toSeconds(),
                        report.settling().toSeconds()));
        new FindingsPage(texts).lines(findings).forEach(System.out::println);
        System.out.println(
                texts.say(
                        "chaos.result",
                        many(findings, Promise.NOTHING_LOST),
                        many(findings, Promise.NOTHING_DOUBLED),
                        many(findings, Promise.IN_ORDER),
                        many(findings, Promise.ONE_END, Promise.NO_ORPHAN, Promise.BOOKED_ONCE)));
    }

    private static long many(Findings findings, Promise... promises) {
        List<Promise> these = Arrays.asList(promises);
        return findings.violations().stream().filter(one -> these.contains(one.promise())).count();
    }
}
