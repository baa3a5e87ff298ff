package io.conserje.local.simulation;

import io.conserje.application.audit.Audit;
import io.conserje.application.audit.Evidence;
import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.local.simulation.cloud.CloudEvidence;
import io.conserje.local.simulation.cloud.Flaw;
import io.conserje.local.simulation.cloud.Line;
import io.conserje.local.simulation.cloud.SimulatedItems;
import io.conserje.local.simulation.cloud.SimulatedQueues;
import io.conserje.local.simulation.cloud.SimulatedTables;
import io.conserje.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One run: everything that one seed makes happen. */
final class World {
    /** A Monday morning in the clinic. */
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** A message is tried for three days before it is parked. */
    private static final Duration LONGEST = Duration.ofDays(4);

    private static final int MOST_EVENTS = 400_000;

    private final Scene scene;
    private final SplittableRandom random;
    private final Schedule schedule = new Schedule(START);
    private final Trace trace;
    private final Network network;
    private final SimulatedItems items = new SimulatedItems();
    private final SimulatedTables tables;
    private final SimulatedQueues queues;
    private final Functions functions;
    private final Mail mail;
    private final Provider provider;
    private final List<Consumer> consumers;

    World(Machine machine, Scene scene, long seed, Defect defect, boolean traced) {
        this.scene = scene;
        this.random = new SplittableRandom(seed);
        this.trace = new Trace(traced, schedule);
        this.network = new Network(schedule, random.split(), trace, Weather.draw(random));
        Flaw flaw = defect.flaw(this);
        this.tables = new SimulatedTables(items, network, flaw);
        this.queues =
                new SimulatedQueues(
                        scene.template().queues(), random.split(), schedule::now, network, flaw);
        this.functions = new Functions(scene.template(), machine, network, random.split());
        this.mail = new Mail(functions, network, random.split());
        this.provider = new Provider(network, random.split(), trace, mail);
        this.consumers =
                scene.template().mappings().stream()
                        .map(mapping ->
                                new Consumer(
                                        mapping,
                                        queues,
                                        queues.named(
                                                scene.template().queue(mapping.queueId()).name()),
                                        functions,
                                        network,
                                        random.split(),
                                        flaw.ignoresFailures()))
                        .toList();
    }

    /** What the audit finds when everything is over. */
    Findings run() {
        new Customers(scene, provider, schedule, random.split(), this::spoil).start();
        consumers.forEach(Consumer::start);
        schedule.after(A_MINUTE, this::tick);
        advance(Customers.AT_MOST.plus(A_MINUTE));
        network.heal();
        advance(A_MINUTE);
        while (!isQuiet() && schedule.now().isBefore(START.plus(LONGEST))) {
            advance(A_MINUTE);
        }
        Findings findings = ended(audit());
        functions.close();
        schedule.runUntil(schedule.now().plus(LONGEST), MOST_EVENTS);
        return findings;
    }

    /** As if a later release had written it, before it was taken back. */
    private void spoil(ConversationId conversation) {
        trace.note("somebody  spoils " + conversation);
        items.change(
                straight().table("CONVERSATIONS_TABLE"),
                "P#" + scene.directory().business().project() + "#C#" + conversation,
                "STATE",
                "session",
                AttributeValue.fromS("{\"v\":99}"));
    }

    private void advance(Duration time) {
        schedule.runUntil(schedule.now().plus(time), MOST_EVENTS);
    }

    private void tick() {
        if (functions.isClosed()) {
            return;
        }
        functions.invoke("AppointmentsFunction", Map.of(), ended -> {});
        schedule.after(A_MINUTE, this::tick);
    }

    private boolean isQuiet() {
        return mail.pending() == 0 && consumers.stream().allMatch(Consumer::isIdle);
    }

    private Findings audit() {
        Evidence evidence = straight().of(scene.directory().business());
        return Audit.of(evidence, Optional.of(provider.asOutside()), schedule.now());
    }

    private CloudEvidence straight() {
        return new CloudEvidence(
                scene.template(), new SimulatedTables(items, Line.STRAIGHT, Flaw.NONE), queues);
    }

    /** Whatever is still under way days after everything was well again never ends. */
    private Findings ended(Findings findings) {
        if (isQuiet()) {
            return findings;
        }
        List<Violation> all = new ArrayList<>(findings.violations());
        all.add(
                new Violation(
                        Promise.NO_ORPHAN,
                        Optional.empty(),
                        "after " + LONGEST + " there is still work: " + consumers));
        return new Findings(all, findings.counts());
    }

    /** By the clock of the process that asks. */
    Instant clock() {
        return schedule.now().plus(Strand.current().process().clockError());
    }

    RandomGenerator random() {
        return random;
    }

    ExecutorService crew() {
        return new StrandCrew(schedule, Strand.current().process());
    }

    DynamoDbClient tables() {
        return tables;
    }

    SqsClient queues() {
        return queues;
    }

    SimulatedQueues everyQueue() {
        return queues;
    }

    Instant now() {
        return schedule.now();
    }

    Provider provider() {
        return provider;
    }

    Scene scene() {
        return scene;
    }

    List<String> trace() {
        return trace.lines();
    }
}
