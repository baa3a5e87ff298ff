package io.conserje.local.bench;

import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.Env;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Slot;
import io.conserje.local.bench.BookingCrashes.Doing;
import io.conserje.local.bench.BookingCrashes.Step;
import io.conserje.local.bench.BookingTally.What;
import io.conserje.local.site.Site;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Many customers want the few times of one professional at once, while the processes that book for
 * them die at each step in turn; some move their booking, some cancel, and some never say yes. Then
 * the clock moves on, and who has nothing tries again. In the end the table is held against itself
 * and against what each customer was told.
 */
public final class BookingBench {
    private static final int ROUNDS = 6;
    private static final int PROCESSES = 32;
    private static final int TOLD = 20;

    private final Site site;
    private final Function<BookingStore, Tools> tools;

    public BookingBench(Site site) {
        this(site, KeepBookings::new);
    }

    /**
     * @param tools what each process makes of the store
     */
    BookingBench(Site site, Function<BookingStore, Tools> tools) {
        this.site = site;
        this.tools = tools;
    }

    /**
     * @param slots how many times there are on a day
     * @param capacity how many people share one
     * @throws IllegalStateException with what was wrong
     */
    public BookingReport run(int customers, int slots, int capacity, long seed)
            throws InterruptedException, ExecutionException {
        BookingScene scene = new BookingScene(slots, capacity);
        Env env = site.cloud().environmentOf("ConversationFunction");
        try (AwsClients clients = new AwsClients(env)) {
            BookingDesk desk =
                    new BookingDesk(
                            new DynamoBookings(clients, env, new Wire()),
                            tools,
                            scene.business(),
                            new BookingCrashes(),
                            new BookingTally(),
                            new Semaphore(PROCESSES));
            List<BookingVisitor> visitors = visitors(desk, scene, customers, seed);
            long begun = System.nanoTime();
            Instant end = play(visitors, scene);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            BookingTable table =
                    BookingTable.read(
                            clients,
                            env.get("BOOKINGS_TABLE").orElseThrow(),
                            desk.business().project());
            hold(table, visitors, scene, end);
            holdFree(
                    table,
                    new BookingVisitor(
                            desk,
                            scene.customer(customers),
                            new SplittableRandom(seed),
                            BookingVisitor.Turns.begin()),
                    scene,
                    end);
            return report(visitors, scene, desk, took);
        }
    }

    private static List<BookingVisitor> visitors(
            BookingDesk desk, BookingScene scene, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BookingVisitor.Turns turns = BookingVisitor.Turns.begin();
        List<BookingVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            visitors.add(new BookingVisitor(desk, scene.customer(i), random.split(), turns));
        }
        return visitors;
    }

    /** Each round begins when the holds of the one before have ended. When the last one ended. */
    private static Instant play(List<BookingVisitor> visitors, BookingScene scene)
            throws InterruptedException, ExecutionException {
        Instant now = BookingScene.OPENING;
        for (int round = 0; round < ROUNDS; round++) {
            Instant then = now;
            atOnce(
                    visitors.stream()
                            .<Callable<BookingVisitor>>map(visitor -> () -> visitor.visit(then))
                            .toList());
            now = now.plus(scene.holdFor());
        }
        Instant end = now;
        visitors.forEach(visitor -> visitor.sayYesTooLate(end));
        return end;
    }

    private static void atOnce(List<Callable<BookingVisitor>> visits)
            throws InterruptedException, ExecutionException {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<BookingVisitor> visit : all.invokeAll(visits)) {
                visit.get();
            }
        }
    }

    private static void hold(
            BookingTable table, List<BookingVisitor> visitors, BookingScene scene, Instant end) {
        Map<String, BookingTold> told = new HashMap<>();
        visitors.forEach(visitor -> told.put(Agenda.customer(visitor.customer()), visitor.told()));
        List<String> faults = new BookingAudit(table, end).of(scene, told);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    faults.size()
                            + " faults: "
                            + faults.stream().limit(TOLD).collect(Collectors.joining("; ")));
        }
    }

    /** What is told to be free is what nobody has booked: no hold takes time beyond its end. */
    private static void holdFree(
            BookingTable table, BookingVisitor onlooker, BookingScene scene, Instant end) {
        for (LocalDate day : List.of(BookingScene.DAY, BookingScene.DAY.plusDays(1))) {
            Set<Instant> told =
                    onlooker.free(day, end).stream().map(Slot::start).collect(Collectors.toSet());
            Set<Instant> free = new HashSet<>(scene.starts(day));
            free.removeIf(start -> table.people(start) >= scene.capacity());
            if (!told.equals(free)) {
                throw new IllegalStateException(
                        day + " was told to be free at " + told + " and is at " + free);
            }
        }
    }

    private static BookingReport report(
            List<BookingVisitor> visitors, BookingScene scene, BookingDesk desk, Duration took) {
        Map<What, Integer> happened = new EnumMap<>(What.class);
        for (What what : What.values()) {
            happened.put(what, desk.tally().of(what));
        }
        Map<Doing, Map<Step, Integer>> crashes = new EnumMap<>(Doing.class);
        for (Doing doing : Doing.values()) {
            Map<Step, Integer> steps = new EnumMap<>(Step.class);
            for (Step step : Step.values()) {
                steps.put(step, desk.crashes().count(doing, step));
            }
            crashes.put(doing, steps);
        }
        long booked =
                visitors.stream()
                        .filter(visitor -> visitor.told() instanceof BookingTold.Booked)
                        .count();
        return new BookingReport(
                visitors.size(),
                scene.slots(),
                scene.capacity(),
                (int) booked,
                happened,
                crashes,
                took);
    }
}
