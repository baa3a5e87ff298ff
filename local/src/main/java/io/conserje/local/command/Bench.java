package io.conserje.local.command;

import io.conserje.engine.Business;
import io.conserje.local.bench.ApartBench;
import io.conserje.local.bench.BookingBench;
import io.conserje.local.bench.CrashingFunctions;
import io.conserje.local.bench.EngineBench;
import io.conserje.local.bench.FaultsBench;
import io.conserje.local.bench.LoadBench;
import io.conserje.local.bench.LoadReport;
import io.conserje.local.bench.WayBench;
import io.conserje.local.bench.handler.HandlerBench;
import io.conserje.local.bench.handler.HandlerReport;
import io.conserje.local.bench.start.StartBench;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Refused;
import io.conserje.local.project.ProjectFile;
import io.conserje.local.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements, each in a fresh data folder of its own. */
@Command(name = "bench")
final class Bench {
    /** Any day will do. */
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 11, 12, 0);

    /** What is counted is how a doubt ends, not how long it is waited for. */
    private static final Map<String, String> SOON_AGAIN = Map.of("DoubtSeconds", "20");

    /** Longer than an answer takes when so many write at once. */
    private static Duration hold(int customers) {
        return Duration.ofMillis(6_000 + 54L * customers);
    }

    /** Longer than a turn takes then: what is handed out again while it is done is done twice. */
    private static Duration redelivery(int customers) {
        return Duration.ofMillis(2_000 + 18L * customers);
    }

    private final Texts texts = Texts.ofSystem();

    @Command(name = "way")
    int way(
            @Option(names = "--messages", defaultValue = "10000") int messages,
            @Option(names = "--conversations", defaultValue = "2000") int conversations,
            @Option(names = "--busy", defaultValue = "64") int busy,
            @Option(names = "--faults", defaultValue = "duplicate=0.2,reorder=0.2,seed=1")
                    String faults,
            @Option(names = "--receipts") boolean receipts)
            throws IOException, InterruptedException, ExecutionException {
        FaultDial dial = dial(faults);
        return measured(
                data -> plan(data, dial, receipts),
                site -> {
                    System.out.println(texts.say("bench.running", messages, conversations, dial));
                    System.out.println(
                            new WayBench(site)
                                    .run(
                                            conversations,
                                            messages / conversations,
                                            busy,
                                            dial.seed()));
                });
    }

    @Command(name = "faults")
    int faults(
            @Option(names = "--conversations", defaultValue = "5000") int conversations,
            @Option(names = "--messages", defaultValue = "2") int messages,
            @Option(names = "--busy", defaultValue = "300") int busy,
            @Option(
                            names = "--faults",
                            defaultValue =
                                    "duplicate=0.1,reorder=0.1,error=0.05,stall=0.05,throttle=0.02,seed=1")
                    String faults)
            throws IOException, InterruptedException, ExecutionException {
        FaultDial dial = dial(faults);
        return measured(
                data -> new Site.Plan(Home.root(), data, 0, dial).with(SOON_AGAIN),
                site -> {
                    System.out.println(
                            texts.say(
                                    "bench.running",
                                    conversations * messages,
                                    conversations,
                                    dial));
                    System.out.println(
                            new FaultsBench(site).run(conversations, messages, busy, dial.seed()));
                });
    }

    @Command(name = "apart")
    int apart(
            @Option(names = "--seconds", defaultValue = "60") int seconds,
            @Option(names = "--busy", defaultValue = "8") int busy)
            throws IOException, InterruptedException, ExecutionException {
        return measured(
                data -> new Site.Plan(Home.root(), data, 0, FaultDial.OFF),
                site ->
                        System.out.println(
                                new ApartBench(site).run(Duration.ofSeconds(seconds), busy)));
    }

    @Command(name = "booking")
    int booking(
            @Option(names = "--customers", defaultValue = "1000") int customers,
            @Option(names = "--slots", defaultValue = "10") int slots,
            @Option(names = "--capacity", defaultValue = "1") int capacity,
            @Option(names = "--rounds", defaultValue = "3") int rounds,
            @Option(names = "--faults", defaultValue = "duplicate=0.1,seed=1") String faults)
            throws IOException, InterruptedException, ExecutionException {
        FaultDial dial = dial(faults);
        BookingBench.Race race =
                new BookingBench.Race(
                        customers,
                        slots,
                        capacity,
                        rounds,
                        hold(customers),
                        redelivery(customers),
                        dial.seed());
        try (CrashingFunctions mortal = new CrashingFunctions(customers)) {
            return measured(
                    data -> plan(data, dial, false).with(mortal),
                    site -> {
                        System.out.println(
                                texts.say(
                                        "bench.booking.running", customers, slots, capacity, dial));
                        System.out.println(
                                new BookingBench(site, mortal, InstantSource.system()).run(race));
                    });
        }
    }

    @Command(name = "load")
    int load(
            @Option(names = "--seconds", defaultValue = "30") int seconds,
            @Option(names = "--rate", defaultValue = "20") double rate,
            @Option(names = "--seed", defaultValue = "1") long seed)
            throws IOException, InterruptedException, ExecutionException {
        LoadBench.Load load = new LoadBench.Load(rate, Duration.ofSeconds(seconds), seed);
        return measured(
                data -> plan(data, FaultDial.OFF, false),
                site -> {
                    System.out.println(
                            texts.say("bench.load.running", rate, seconds, Long.toString(seed)));
                    LoadPages pages = new LoadPages(texts);
                    LoadReport report =
                            new LoadBench(site, load)
                                    .run(phase -> System.out.print(pages.page(phase)));
                    System.out.print(pages.ratio(report));
                });
    }

    /**
     * In processes of their own, one after the other. Ends with 1 when one is slower than it is to
     * be.
     */
    @Command(name = "start")
    int start(
            @Option(names = "--functions", split = ",") List<String> functions,
            @Option(names = "--rounds", defaultValue = "10") int rounds,
            @Option(names = "--warm", defaultValue = "10000") int warm,
            @Option(names = "--warm-rounds", defaultValue = "3") int warmRounds,
            @Option(names = "--criu") boolean criu,
            @Option(names = "--json") boolean json)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try {
            return new StartDesk(texts, json)
                    .run(
                            new StartBench.Extent(
                                    functions == null ? List.of() : functions,
                                    rounds,
                                    warm,
                                    warmRounds),
                            criu);
        } catch (IllegalArgumentException e) {
            throw new Mistake(String.valueOf(e.getMessage()));
        }
    }

    /** Ends with 1 when the function costs more than it is to. */
    @Command(name = "handler")
    int handler(
            @Option(names = "--forks", defaultValue = "6") int forks,
            @Option(names = "--iterations", defaultValue = "3") int iterations,
            @Option(names = "--thorough-compiler") boolean thoroughCompiler)
            throws IOException, RunnerException {
        try (Scratch scratch = Scratch.named("conserje-bench")) {
            HandlerReport report =
                    new HandlerBench(Home.root(), scratch.folder())
                            .run(new HandlerBench.Extent(forks, iterations, thoroughCompiler));
            System.out.print(report);
            return report.holds() ? 0 : 1;
        }
    }

    /** Needs no site: nothing is sent. */
    @Command(name = "engine")
    int engine(@Option(names = "--sentences") @Nullable Path sentences) throws IOException {
        Path shipped = Home.root().resolve("layers/application/src/main/training/intents.tsv");
        Business business = ProjectFile.read(Home.root().resolve("projects/demo.yaml")).business();
        List<String> read = EngineBench.sentences(Optional.ofNullable(sentences).orElse(shipped));
        System.out.println(
                new EngineBench(business, read).run(ZonedDateTime.of(NOON, business.zone())));
        return 0;
    }

    private interface Measurement {
        void of(Site site) throws InterruptedException, ExecutionException;
    }

    private int measured(Function<Path, Site.Plan> plan, Measurement measurement)
            throws IOException, InterruptedException, ExecutionException {
        try (Scratch data = Scratch.named("conserje-bench")) {
            System.setProperty("conserje.logs", data.folder().toString());
            try (Site site = Site.start(plan.apply(data.folder()), step -> {})) {
                measurement.of(site);
                return 0;
            }
        } catch (IllegalStateException e) {
            throw new Mistake(texts.say("bench.failed", String.valueOf(e.getMessage())));
        }
    }

    /**
     * Receipts take a queue of their own; three for each message would be measured as much as the
     * way itself.
     */
    private static Site.Plan plan(Path data, FaultDial dial, boolean receipts) {
        Site.Plan all = new Site.Plan(Home.root(), data, 0, dial);
        return receipts ? all : all.with(List.of());
    }

    private static FaultDial dial(String faults) {
        try {
            return FaultDial.parse(faults);
        } catch (Refused e) {
            throw new Mistake("--faults: " + e.getMessage());
        }
    }
}
