package io.conserje.local.bench;

import io.conserje.application.Words;
import io.conserje.application.booking.KeepBookings;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Days;
import io.conserje.local.bench.BookingVisitor.World;
import io.conserje.local.runtime.QueueDepth;
import io.conserje.local.site.Site;
import io.conserje.model.Contact;
import io.conserje.model.Language;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Many customers write at once that they want one of the few times of one professional, while the
 * processes that book for them die at each step in turn; some move their booking, some cancel, some
 * never say yes, and some too late. When all holds have ended, who has nothing tries again. In the
 * end the tables are held against themselves and against what each customer was told.
 */
public final class BookingBench {
    private static final int TOLD = 20;
    private static final int FIRST = 60_000_001;
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final List<String> NAMES = List.of("Ana", "Luis", "Carmen", "Diego", "Laura");

    private final Site site;
    private final Site.Line line;
    private final CrashingFunctions functions;
    private final InstantSource clock;
    private final Answered answered;

    /**
     * What is raced for, and how fast.
     *
     * @param slots how many times there are on the day
     * @param capacity how many people share one
     * @param rounds how often who has nothing tries
     * @param holdFor how long a time is kept for who has not said yes
     * @param redelivery how soon the queue hands out again what a dead process had taken
     */
    public record Race(
            int customers,
            int slots,
            int capacity,
            int rounds,
            Duration holdFor,
            Duration redelivery,
            long seed) {}

    /**
     * @param site with those functions
     */
    public BookingBench(Site site, CrashingFunctions functions, InstantSource clock) {
        this.site = site;
        this.line = site.lines().getFirst();
        this.functions = functions;
        this.clock = clock;
        this.answered = new Answered(line);
    }

    /**
     * @throws IllegalStateException with what was wrong
     */
    public BookingReport run(Race race) throws InterruptedException, ExecutionException {
        BookingScene scene =
                BookingScene.soonAfter(
                        clock.instant(), race.slots(), race.capacity(), race.holdFor());
        Business business = scene.business(line.account().project());
        Env env = site.cloud().environmentOf("ConversationFunction");
        try (AwsClients clients = new AwsClients(env)) {
            open(business, clients, race);
            List<BookingVisitor> visitors = visitors(scene, race);
            long begun = System.nanoTime();
            List<String> faults = new ArrayList<>(play(visitors, race));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Settled.await(site, TO_SETTLE);
            BookingTable table =
                    BookingTable.read(
                            clients, env.get("BOOKINGS_TABLE").orElseThrow(), business.project());
            faults.addAll(new BookingAudit(table, clock.instant()).of(scene, told(visitors)));
            faults.addAll(
                    unanswered(
                            visitors,
                            new Ledger(clients, env.get("CONVERSATIONS_TABLE").orElseThrow())));
            faults.addAll(buried());
            faults.addAll(
                    wronglyFree(
                            table,
                            scene,
                            business,
                            new KeepBookings(new DynamoBookings(clients, env, new Wire()))));
            BookingReport report =
                    BookingReport.of(
                            race,
                            scene,
                            table,
                            functions,
                            visitors.stream().mapToInt(one -> one.said().size()).sum(),
                            answered.replies(),
                            took);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(
                        faults.size()
                                + " faults:\n"
                                + faults.stream().limit(TOLD).collect(Collectors.joining("\n"))
                                + "\n"
                                + report.counts());
            }
            return report;
        }
    }

    /** A site that has just started has not read the profile yet. */
    private void open(Business business, AwsClients clients, Race race) {
        Env env = site.cloud().environmentOf("MessagingFunction");
        new DynamoDirectory(clients, env, new Wire(), clock).put(business);
        // The template waits until no function can still be running, which is minutes.
        clients.sqs()
                .setQueueAttributes(set ->
                        set.queueUrl(site.cloud().queueUrl("InboundQueue"))
                                .attributes(
                                        Map.of(
                                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                                Long.toString(race.redelivery().toSeconds()))));
    }

    private List<BookingVisitor> visitors(BookingScene scene, Race race) {
        SplittableRandom random = new SplittableRandom(race.seed());
        World world =
                new World(
                        line.emulator().phone(),
                        new BookingReader(Words.load().phrases(), scene),
                        scene,
                        functions.tally(),
                        new AtomicInteger());
        List<BookingVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < race.customers(); i++) {
            Language language = i % 2 == 0 ? Language.ES : Language.EN;
            visitors.add(
                    new BookingVisitor(
                            world,
                            "507" + (FIRST + i),
                            new BookingWords(language, NAMES.get(i % NAMES.size())),
                            random.split()));
        }
        return visitors;
    }

    /**
     * Each round begins when the holds of the one before have ended; then they ask what they have.
     */
    private static List<String> play(List<BookingVisitor> visitors, Race race)
            throws InterruptedException, ExecutionException {
        List<String> faults = new ArrayList<>();
        for (int round = 0; round < race.rounds(); round++) {
            faults.addAll(atOnce(visitors, BookingVisitor::visit));
            waitFor(race.holdFor());
        }
        faults.addAll(atOnce(visitors, BookingVisitor::ask));
        // Who was in the middle of something is asked about it again, and a time is kept for them.
        waitFor(race.holdFor());
        return faults;
    }

    private static List<String> atOnce(
            List<BookingVisitor> visitors, Function<BookingVisitor, Optional<String>> visit)
            throws InterruptedException, ExecutionException {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> visits =
                    visitors.stream()
                            .map(visitor -> all.submit(() -> visit.apply(visitor)))
                            .toList();
            List<String> faults = new ArrayList<>();
            for (Future<Optional<String>> one : visits) {
                one.get().ifPresent(faults::add);
            }
            return faults;
        }
    }

    private static void waitFor(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Map<String, BookingTold> told(List<BookingVisitor> visitors) {
        Map<String, BookingTold> told = new HashMap<>();
        visitors.forEach(
                one -> told.put(WayBench.conversation(line, one.number()).toString(), one.told()));
        return told;
    }

    private List<String> unanswered(List<BookingVisitor> visitors, Ledger ledger) {
        List<String> faults = new ArrayList<>();
        for (BookingVisitor visitor : visitors) {
            try {
                answered.once(visitor.number(), visitor.said(), ledger);
            } catch (IllegalStateException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return faults;
    }

    private List<String> buried() {
        return site.cloud().depths().stream()
                .filter(depth -> depth.queueId().endsWith("DeadLetters") && !depth.empty())
                .map(QueueDepth::toString)
                .toList();
    }

    /** What is told to be free is what nobody has booked: no hold takes time beyond its end. */
    private List<String> wronglyFree(
            BookingTable table, BookingScene scene, Business business, KeepBookings tools) {
        String number = "507" + (FIRST - 1);
        Customer onlooker =
                new Customer(
                        line.account().ref(),
                        Contact.ofPhone(number),
                        WayBench.conversation(line, number),
                        Language.ES);
        ToolCall call =
                new ToolCall.FindSlots(
                        BookingScene.SERVICE,
                        Optional.of(BookingScene.PROFESSIONAL),
                        Days.on(scene.day()),
                        Optional.empty(),
                        1,
                        false,
                        100);
        Set<Instant> told = new HashSet<>();
        if (tools.perform(call, business, onlooker, clock.instant())
                instanceof ToolResult.Slots found) {
            found.slots().stream().map(Slot::start).forEach(told::add);
        }
        Set<Instant> free = new HashSet<>(scene.starts());
        free.removeIf(start -> table.people(start) >= scene.capacity());
        return told.equals(free)
                ? List.of()
                : List.of("told to be free is " + told + ", and free is " + free);
    }
}
