package io.conserje.local.bench;

import io.conserje.application.audit.Findings;
import io.conserje.local.audit.StoredAudit;
import io.conserje.local.bench.Due.Customers;
import io.conserje.local.bench.LoadReport.Phase;
import io.conserje.local.bench.LoadReport.Shape;
import io.conserje.local.site.Site;
import io.conserje.model.TheOutsideWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Measures a running site under loads of several shapes, and audits it afterwards. Messages come at
 * moments that were drawn beforehand, and are measured from those: what waits for a slow system is
 * measured as waiting.
 */
public final class LoadBench {
    private static final Duration TO_SETTLE = Duration.ofMinutes(15);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int TIMES = 20;

    /** More than the steady load, so that what is measured first is not the compiler at work. */
    private static final int WARMER = 3;

    private final Site site;
    private final Site.Line line;
    private final Journeys journeys;
    private final Load load;

    /**
     * @param rate messages a second of the steady load; a burst is twenty times that
     * @param lasts each phase
     */
    public record Load(double rate, Duration lasts, long seed) {}

    public LoadBench(Site site, Load load) {
        this.site = site;
        this.line = site.lines().getFirst();
        this.journeys = new Journeys(line);
        this.load = load;
    }

    /**
     * @param ended gets each phase when nothing of it is on its way any more
     * @throws IllegalStateException when a promise was not kept
     */
    public LoadReport run(Consumer<Phase> ended) throws InterruptedException, ExecutionException {
        SplittableRandom dice = new SplittableRandom(load.seed());
        Duration warmUp = load.lasts().compareTo(WARM_UP) < 0 ? load.lasts() : WARM_UP;
        Customers early = Customers.of(0, load.rate() * WARMER, warmUp);
        Customers before = Customers.of(early.next(), load.rate(), load.lasts());
        Customers others = Customers.of(before.next(), load.rate(), load.lasts());
        Customers one = new Customers(others.next(), 1);
        Customers after = Customers.of(one.next(), load.rate(), load.lasts());
        Customers crowd = Customers.of(after.next(), load.rate() * TIMES, load.lasts());
        play(Due.spread(load.rate() * WARMER, warmUp, early, dice), who -> true);
        Phase steady = measure(Shape.STEADY, spread(1, before, dice), Optional.empty(), ended);
        String who = Customers.name(one.first());
        List<Due> both = Due.together(spread(1, others, dice), flood(one, who, dice));
        Phase hot = measure(Shape.HOT, both, Optional.of(who), ended);
        Phase again = measure(Shape.AGAIN, spread(1, after, dice), Optional.empty(), ended);
        Phase burst = measure(Shape.BURST, spread(TIMES, crowd, dice), Optional.empty(), ended);
        return new LoadReport(steady, hot, again, burst, audit());
    }

    /**
     * In the end they ask us to stop, which ends what is still to be said to them: a provider takes
     * a message to one customer every few seconds only, so it would take hours to say.
     */
    private List<Due> flood(Customers one, String who, SplittableRandom dice) {
        return Due.together(
                spread(TIMES, one, dice), List.of(new Due(load.lasts().toNanos(), who, "STOP")));
    }

    private List<Due> spread(int times, Customers customers, SplittableRandom dice) {
        return Due.spread(load.rate() * times, load.lasts(), customers, dice);
    }

    private Phase measure(Shape shape, List<Due> dues, Optional<String> hot, Consumer<Phase> ended)
            throws InterruptedException, ExecutionException {
        Predicate<String> isOther = customer -> !hot.equals(Optional.of(customer));
        try (Gauges gauges = new Gauges(site, line, journeys::open).start()) {
            Played played = play(dues, isOther);
            gauges.close();
            Answers answers = new Answers(site, line, journeys);
            List<Journey> all = answers.of(played.sent());
            LoadFigures many = figures(all, isOther, played.begun());
            if (many.unanswered() > 0) {
                throw new IllegalStateException(many.unanswered() + " messages have no answer");
            }
            Phase phase =
                    new Phase(
                            shape,
                            many,
                            hot.map(who -> figures(all, who::equals, played.begun())),
                            load.lasts(),
                            played.drained(),
                            Memory.now(),
                            Saturation.of(gauges.samples(), played.begun()));
            ended.accept(phase);
            return phase;
        }
    }

    private static LoadFigures figures(List<Journey> all, Predicate<String> whose, long begun) {
        return LoadFigures.of(
                all.stream().filter(one -> whose.test(one.customer())).toList(), begun);
    }

    private record Played(long begun, List<OpenLoop.Sent> sent, Duration drained) {}

    private Played play(List<Due> dues, Predicate<String> counts)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        List<OpenLoop.Sent> sent =
                new OpenLoop(line.emulator().phone(), journeys, counts).send(dues, begun);
        long last = begun + dues.stream().mapToLong(Due::afterNanos).max().orElse(0);
        Settled.await(site, TO_SETTLE);
        return new Played(begun, sent, Duration.ofNanos(System.nanoTime() - last));
    }

    @TheOutsideWorld
    private Findings audit() {
        Findings findings =
                StoredAudit.of(
                        site.cloud().environmentOf("HealthFunction"),
                        Optional.of(journeys.asOutside()),
                        Instant.now());
        if (!findings.allKept()) {
            throw new IllegalStateException(
                    findings.violations().size()
                            + " promises broken, such as "
                            + findings.violations().getFirst());
        }
        return findings;
    }
}
